using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>The part of a program that exists already: later code may use it.</summary>
internal sealed class Draft(Choices choices, Repertoire repertoire)
{
    private int names;

    public Choices Choices => choices;

    public Repertoire Repertoire => repertoire;

    public List<InterfaceModel> Interfaces { get; } = [];

    public List<ClassModel> Classes { get; } = [];

    /// <summary>Methods that later ones may call: no program of the model calls itself.</summary>
    public List<(ClassModel Owner, MethodModel Method)> Callable { get; } = [];

    /// <summary>Methods with a parameter by reference, each behind their others: they are called with a variable.</summary>
    public List<(ClassModel Owner, MethodModel Method)> Referring { get; } = [];

    /// <summary>Methods that may throw, and are called where it is handled.</summary>
    public List<(ClassModel Owner, MethodModel Method)> Throwing { get; } = [];

    /// <summary>Methods whose result is another name of a place.</summary>
    public List<(ClassModel Owner, MethodModel Method)> Lending { get; } = [];

    /// <summary>Methods that yield, and are called where somebody asks for what they yield.</summary>
    public List<(ClassModel Owner, MethodModel Method)> Iterating { get; } = [];

    /// <summary>Those of them that yield what lies in their first argument, with its class and the member.</summary>
    public List<((ClassModel Owner, MethodModel Method) Callee, ClassModel Holder, MemberModel Member)> Late { get; } = [];

    /// <summary>Methods that the entry calls in this order.</summary>
    public List<(ClassModel Owner, MethodModel Method)> Planned { get; } = [];

    public ImmutableArray<string> Purposes { get; set; } = [];

    public bool IsRecord(string name) => Classes.Any(type => type.IsRecord && type.Name == name);

    /// <summary>Classes whose objects hold something and are made by anybody.</summary>
    public IEnumerable<ClassModel> Data => Classes.Where(static type => type.Methods.IsEmpty && type.Members.All(static member => !member.IsStatic));

    public int Probes { get; set; }

    public string Name(string kind) => kind + ++names;

    public ImmutableArray<string> SomePurposes(int severalPercent)
    {
        var first = choices.Of(Purposes);
        var second = choices.Of(Purposes);
        return first == second || !choices.Chance(severalPercent) ? [first] : [first, second];
    }
}
