using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Model;

/// <summary>A program of the model. Names of classes, members, methods and variables are unique in it, but for the implementations of an interface's method.</summary>
/// <param name="Classes">In the order of their declaration; the last one has the method <see cref="Entry"/>.</param>
internal sealed record ProgramModel(ImmutableArray<InterfaceModel> Interfaces, ImmutableArray<ClassModel> Classes)
{
    public const string Entry = "Run";

    public ClassModel Class(string name) => Classes.First(type => type.Name == name);

    public MemberModel Member(string owner, string name) => Class(owner).Members.First(member => member.Name == name);

    public MethodModel EntryMethod => Classes[^1].Methods.First(static method => method.Name == Entry);

    /// <summary>Full names of the labelled members, each a source of labels.</summary>
    public IEnumerable<string> Sources =>
        Classes.SelectMany(static type => type.Members.Where(static member => member.IsLabelled).Select(member => type.Name + "." + member.Name));

    public IEnumerable<MethodModel> Methods => Classes.SelectMany(static type => type.Methods);
}

/// <summary>An interface with one method.</summary>
internal sealed record InterfaceModel(string Name, string Method, ImmutableArray<Parameter> Parameters, ModelType Returns);

/// <param name="Purposes">What the class declares; empty when it declares nothing.</param>
internal sealed record ClassModel(
    string Name, string? Implements, ImmutableArray<string> Purposes, ImmutableArray<MemberModel> Members, ImmutableArray<MethodModel> Methods);

/// <param name="Label">The purposes the member was collected for; empty for a member without label.</param>
internal sealed record MemberModel(string Name, ModelType Type, bool IsProperty, bool IsStatic, ImmutableArray<string> Label)
{
    public bool IsLabelled => !Label.IsEmpty;
}

internal sealed record Parameter(string Name, ModelType Type);

/// <param name="Purposes">What the method declares itself; empty when it declares nothing.</param>
internal sealed record MethodModel(
    string Name, ImmutableArray<Parameter> Parameters, ModelType Returns, ImmutableArray<string> Purposes, bool Anonymizes, bool IsAsync, bool IsStatic, ImmutableArray<Statement> Body);
