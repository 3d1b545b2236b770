using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Model;

/// <summary>A program of the model. Names of classes, members, methods and variables are unique in it, but for the implementations of an interface's method.</summary>
/// <param name="Classes">In the order of their declaration; the last one has the method <see cref="Entry"/>.</param>
internal sealed record ProgramModel(ImmutableArray<InterfaceModel> Interfaces, ImmutableArray<ClassModel> Classes)
{
    public const string Entry = "Run";

    public ClassModel Class(string name) => Classes.First(type => type.Name == name);

    public MemberModel Member(string owner, string name) => Class(owner).Members.First(member => member.Name == name);

    /// <summary>How often a run calls the entry. Whoever calls it once may call it again, and then finds what the first call has left in static members; without any, the second call would be the first.</summary>
    public int Calls => Classes.Any(static type => type.Members.Any(static member => member.IsStatic)) ? 2 : 1;

    public MethodModel EntryMethod => Classes[^1].Methods.First(static method => method.Name == Entry);

    /// <summary>Full names of the labelled members, each a source of labels.</summary>
    public IEnumerable<string> Sources =>
        Classes.SelectMany(static type => type.Members.Where(static member => member.IsLabelled).Select(member => type.Name + "." + member.Name));

    public IEnumerable<MethodModel> Methods => Classes.SelectMany(static type => type.Methods);

    /// <summary>The method of a class that is called; null where it is that of an interface, or is not there.</summary>
    public MethodModel? MethodOf(Call call) => Classes.FirstOrDefault(type => type.Name == call.Owner)?.Methods.FirstOrDefault(method => method.Name == call.Method);

    public ImmutableArray<Parameter>? ParametersOf(Call call) => Interfaces.FirstOrDefault(type => type.Name == call.Owner)?.Parameters ?? MethodOf(call)?.Parameters;

    public bool IsRecord(ModelType type) => type is ClassType named && Classes.Any(one => one.Name == named.Name && one.IsRecord);
}

/// <summary>An interface with one method.</summary>
internal sealed record InterfaceModel(string Name, string Method, ImmutableArray<Parameter> Parameters, ModelType Returns);

/// <param name="Purposes">What the class declares; empty when it declares nothing.</param>
internal sealed record ClassModel(
    string Name, string? Implements, ImmutableArray<string> Purposes, ImmutableArray<MemberModel> Members, ImmutableArray<MethodModel> Methods)
{
    /// <summary>A positional record of texts, which never change.</summary>
    public bool IsRecord { get; init; }
}

/// <param name="Label">The purposes the member was collected for; empty for a member without label.</param>
internal sealed record MemberModel(string Name, ModelType Type, bool IsProperty, bool IsStatic, ImmutableArray<string> Label)
{
    public bool IsLabelled => !Label.IsEmpty;
}

internal sealed record Parameter(string Name, ModelType Type)
{
    public Passing By { get; init; }

    /// <summary>It gathers the last arguments of a call.</summary>
    public bool IsParams { get; init; }

    /// <summary>A call may leave it out.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>What a parameter of text is: a variable of its own, or the caller's.</summary>
internal enum Passing
{
    Value,
    Reference,
    Out,
}

/// <summary>How a method is written, and how it is called. What it does is the same.</summary>
internal enum MethodForm
{
    Plain,
    Extension,
    Operator,

    /// <summary>The class as text.</summary>
    ToText,

    /// <summary>Text as the class.</summary>
    FromText,
}

/// <param name="Purposes">What the method declares itself; empty when it declares nothing.</param>
internal sealed record MethodModel(
    string Name, ImmutableArray<Parameter> Parameters, ModelType Returns, ImmutableArray<string> Purposes, bool Anonymizes, bool IsAsync, bool IsStatic, ImmutableArray<Statement> Body)
{
    public MethodForm Form { get; init; }

    /// <summary>Its result is another name of a field or of an element.</summary>
    public bool ReturnsReference { get; init; }

    public bool IsIterator => Returns is SequenceType;
}
