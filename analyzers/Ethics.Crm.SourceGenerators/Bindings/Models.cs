using Ethics.Crm.SourceGenerators.Pipeline;

namespace Ethics.Crm.SourceGenerators.Bindings;

/// <summary>Everything that is emitted for one assembly.</summary>
/// <param name="HasUnnamed">Whether there are classes that declare purposes and that generated code cannot name: the start looks for them by their attributes.</param>
internal sealed record BoundAssembly(string Name, EquatableArray<BoundType> Types, bool HasUnnamed);

/// <summary>A class, or an interface for whatever implements it, that works for declared purposes.</summary>
/// <param name="FullName">With namespace and containing types: names the decorator.</param>
/// <param name="TypeOf">As <c>typeof</c> takes it, <c>global::Acme.Handler&lt;&gt;</c>.</param>
/// <param name="Instance">With its own type parameters, <c>global::Acme.Handler&lt;T&gt;</c>.</param>
/// <param name="TypeParameters"><c>&lt;T&gt;</c>, or empty.</param>
/// <param name="Constraints">One clause for each type parameter that has some.</param>
/// <param name="IsDeclared">By attributes, not only by the policy or the assembly.</param>
/// <param name="IsContract">An interface.</param>
/// <param name="Obstacle">Completes "cannot be bound because"; null when it can.</param>
/// <param name="Lacks">Completes "cannot be bound as one of them because" for interfaces that its decorator has to leave out; null when there is none.</param>
/// <param name="Background">What a background service works for; null for other classes.</param>
/// <param name="HasAsyncDisposal">Whether the project knows <c>IAsyncDisposable</c>.</param>
/// <param name="IsPlain">A class that can be made here as a container would make it: it asks for nothing, and leaves nothing to be disposed of.</param>
internal sealed record BoundType(
    string FullName, string TypeOf, string Instance, string TypeParameters, EquatableArray<string> Constraints, bool IsDeclared, bool IsContract, string? Obstacle, string? Lacks,
    EquatableArray<BoundContract> Contracts, EquatableArray<string>? Background, bool HasAsyncDisposal, bool IsPlain);

/// <summary>An interface that a decorator implements.</summary>
/// <param name="OpenTypeOf">As <c>typeof</c> takes it where an open generic class may be registered as it; else null.</param>
/// <param name="IsOwner">Disposal: forwarded only by a decorator that has to.</param>
internal sealed record BoundContract(string Name, string? OpenTypeOf, bool IsOwner, EquatableArray<BoundMember> Members);

internal enum BoundMemberKind
{
    Method,
    Property,
    Event,
}

/// <param name="Name">Escaped; <c>this</c> for an indexer.</param>
/// <param name="Type">Of the result, the property or the event.</param>
/// <param name="Reference">How a result is handed back by reference, <c>ref</c>; or empty.</param>
/// <param name="Shape">What has to be done with the result.</param>
/// <param name="IsSynchronous">A parameter keeps the method from being asynchronous.</param>
/// <param name="IsUncallable">Naming it is an error.</param>
/// <param name="Accessors">Of a property or event; a method has one without keyword.</param>
internal sealed record BoundMember(
    BoundMemberKind Kind, string Name, string Type, string Reference, ResultShape Shape, string TypeParameters, EquatableArray<BoundParameter> Parameters,
    bool IsSynchronous, bool IsUncallable, EquatableArray<BoundAccessor> Accessors);

/// <param name="Modifier">As declared, with a space behind it; or empty.</param>
/// <param name="ArgumentModifier">As an argument takes it.</param>
internal sealed record BoundParameter(string Modifier, string ArgumentModifier, string Type, string Name);

/// <param name="Keyword"><c>get</c>, <c>set</c>, <c>init</c>, <c>add</c>, <c>remove</c>; empty for a method.</param>
/// <param name="Purposes">Null where nothing is declared: the caller's purpose stays.</param>
internal sealed record BoundAccessor(string Keyword, EquatableArray<string>? Purposes);

/// <param name="Task">How the result is waited for.</param>
/// <param name="Payload">What kind of sequence the result, or the task's, is.</param>
/// <param name="Element">Of a generic sequence or task.</param>
internal sealed record ResultShape(TaskShape Task, SequenceShape Payload, string Element)
{
    public static readonly ResultShape Plain = new(TaskShape.None, SequenceShape.None, "");
}

internal enum TaskShape
{
    None,
    Task,
    TaskOf,
    ValueTask,
    ValueTaskOf,
}

internal enum SequenceShape
{
    None,
    Sequence,
    AsyncEnumerable,
    AsyncEnumerator,
}
