using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>What stands for objects of the running program in one method.</summary>
internal abstract record HeapObject;

/// <summary>All objects made at one place, by one call of the method.</summary>
/// <param name="Call">The call from which it came into this method; null for those that the method makes itself.</param>
internal sealed record MadeObject(SyntaxNode Site, SyntaxNode? Call) : HeapObject
{
    /// <summary>Null where code that is not known made it.</summary>
    public ITypeSymbol? Type { get; init; }

    /// <summary>The type under which code that is not known handed it out: it may be of any type beneath. Null where a type is known or none is.</summary>
    public ITypeSymbol? SeenAs { get; init; }

    /// <summary>Where it lies that is not followed, a static member mostly, as a report names it: who else finds it there is not known. Null where it lies in no such place.</summary>
    public string? Shared { get; init; }

    /// <summary>The static member that it lies in, which is not followed as long as no label comes there. Null for any other object.</summary>
    public ISymbol? Keeper { get; init; }

    /// <summary>What runs when the object, a delegate, is called: a lambda or a method. Null for any other object.</summary>
    public IMethodSymbol? Function { get; init; }

    /// <summary>Whether it runs the method that it was made of, <c>base.Show</c>, whatever overrides that.</summary>
    public bool IsOfBase { get; init; }

    /// <summary>The classes, as they are defined, of which it is, where a container has handed it out and all that is registered is known. Null for any other object.</summary>
    public IReadOnlyList<INamedTypeSymbol>? ResolvedAs { get; init; }

    /// <summary>Whether the method that made it may have made several. One that is and one that is not are two, so that which of them is met first decides nothing.</summary>
    public bool IsMany { get; init; }

    /// <summary>Whether it is a dictionary for which texts that differ in upper and lower case are two keys.</summary>
    public bool IsOrdinal { get; init; }

    /// <summary>Which of several that one place makes: the way from what it hands out; empty for that itself.</summary>
    public string Part { get; init; } = "";

    public bool Equals(MadeObject? other) => other is not null && Site == other.Site && Call == other.Call && IsMany == other.IsMany && Part == other.Part;

    public override int GetHashCode() => Call is null ? Site.GetHashCode() : Site.GetHashCode() * 31 + Call.GetHashCode();
}

/// <summary>What a caller hands in, or a part of it; or what lies in the static members of a type, which is handed to everybody.</summary>
internal sealed record InputObject(ISymbol Input, AccessPath Path) : HeapObject
{
    private readonly int hash = SymbolEqualityComparer.Default.GetHashCode(Input) ^ Path.GetHashCode();
    private KeyValuePair<string, FlowValue>[] parts = [];
    private FlowValue? value;
    private FlowValue? everything;

    /// <summary>Whether it lies in static members, or in an object of which there is one: every method finds it, from whomever it is called. The first step names the member, and does not count.</summary>
    public bool IsWaiting => Input is INamedTypeSymbol;

    /// <summary>What is handed in: the object, and whatever labels the caller has on it.</summary>
    public FlowValue Value => value ??= FlowValue.Of(this).With(FlatSet<Taint>.Of(new Taint(new InputOrigin(Input, Path), PurposeNames.None)));

    /// <summary>The object, and whatever labels the caller has on anything that can be reached from it.</summary>
    public FlowValue Everything => everything ??= FlowValue.Of(this).With(FlatSet<Taint>.Of(new Taint(new InputOrigin(Input, Path.WithEverything()), PurposeNames.None)));

    /// <summary>What a part of it holds as long as nobody has written there.</summary>
    public FlowValue Part(string segment)
    {
        foreach (var known in parts)
        {
            if (known.Key == segment)
            {
                return known.Value;
            }
        }

        // Another thread may have added one meanwhile: then it is found out once more.
        var part = Path.Then(segment, IsWaiting ? AccessPath.Deepest + 1 : AccessPath.Deepest) is { } path ? new InputObject(Input, path).Value : Everything;
        parts = [.. parts, new(segment, part)];
        return part;
    }

    public bool Equals(InputObject? other) => other is not null && (ReferenceEquals(this, other) || (hash == other.hash && Path.Equals(other.Path) && SymbolEqualityComparer.Default.Equals(Input, other.Input)));

    public override int GetHashCode() => hash;
}
