using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary>What code works for, innermost first: scopes and nested declarations in the body, the member, its types, the policy, the assembly.</summary>
internal sealed class CodePurposeReader
{
    private readonly ConcurrentDictionary<ISymbol, CodePurposes> members = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, CodePurposes> assemblies = new(SymbolEqualityComparer.Default);
    private readonly Compilation compilation;
    private readonly PolicyTable? table;
    private readonly DeclaredPurposes declared;
    private readonly BodyPurposes bodies;

    public CodePurposeReader(Compilation compilation, PolicyTable? table, AttributeArguments arguments)
    {
        this.compilation = compilation;
        this.table = table;
        declared = new DeclaredPurposes(arguments);
        bodies = new BodyPurposes(declared, compilation.GetTypeByMetadataName(AttributeNames.PurposeScope));
    }

    /// <summary>The purposes that hold at an operation.</summary>
    /// <param name="containing">The symbol in whose body or initialiser it stands.</param>
    public CodePurposes At(IOperation operation, ISymbol containing)
    {
        var member = MemberOf(containing);
        return bodies.At(operation) switch
        {
            null => Of(member),
            { IsUnknown: true } unknown => unknown,
            var inside => WithinCeiling(inside, Entry(member)),
        };
    }

    /// <summary>The purposes of a member as a whole.</summary>
    public CodePurposes Of(ISymbol member)
    {
        if (!members.TryGetValue(member, out var purposes))
        {
            purposes = OfUncached(member);
            members.TryAdd(member, purposes);
        }

        return purposes;
    }

    /// <inheritdoc cref="BodyPurposes.FunctionsAround"/>
    public IEnumerable<IOperation> FunctionsAround(IOperation operation) => bodies.FunctionsAround(operation);

    /// <inheritdoc cref="BodyPurposes.OpeningOf"/>
    public PurposeOpening? OpeningIn(IOperation operation) => bodies.OpeningOf(operation);

    /// <inheritdoc cref="BodyPurposes.NamesIn"/>
    public IArgumentOperation? NamesIn(IInvocationOperation invocation) => bodies.NamesIn(invocation);

    /// <inheritdoc cref="DeclaredPurposes.OpeningOf"/>
    public PurposeOpening? OpeningOf(ISymbol symbol) => declared.OpeningOf(symbol);

    /// <summary>What is declared around an operation by attributes and policy, whatever scopes surround it; null when nothing is, empty when it is not known or names nothing.</summary>
    public ImmutableArray<string>? DeclaredAround(IOperation operation, ISymbol containing)
    {
        var member = MemberOf(containing);
        return bodies.DeclaredAround(operation) ?? declared.OfMember(member) ?? Entry(member)?.Purposes.ToImmutableArray() ?? declared.Own(compilation.Assembly);
    }

    /// <summary>What attributes say that a member or type works for, without policy and assembly; null when they say nothing.</summary>
    public ImmutableArray<string>? DeclaredFor(ISymbol member) => declared.OfMember(member);

    /// <summary>All that the policy lets code in a member or type declare; null without such a ceiling.</summary>
    public ImmutableArray<string>? CeilingOf(ISymbol member) => Entry(member) is { Only: true } entry ? entry.Purposes.ToImmutableArray() : null;

    /// <summary>Those of some purposes that a list does not cover; <c>marketing</c> covers <c>marketing.email</c>.</summary>
    public static ImmutableArray<string> Beyond(ImmutableArray<string> list, ImmutableArray<string> purposes)
        => purposes.Where(name => !list.Any(allowed => Covers(allowed, name))).Distinct(StringComparer.Ordinal).ToImmutableArray();

    /// <summary>The member that a person wrote: not the lambda or local function, and the property behind an initialised backing field.</summary>
    public static ISymbol MemberOf(ISymbol symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } && symbol.ContainingSymbol is { } outer)
        {
            symbol = outer;
        }

        return symbol is IFieldSymbol { AssociatedSymbol: { } associated } ? associated : symbol;
    }

    private CodePurposes OfUncached(ISymbol member)
    {
        var entry = Entry(member);
        if (declared.OfMember(member) is { } own)
        {
            return WithinCeiling(new CodePurposes(PurposeOrigin.Declared, own), entry);
        }

        if (entry is not null)
        {
            return new CodePurposes(PurposeOrigin.Declared, entry.Purposes.ToImmutableArray());
        }

        // A library works for what its own assembly declares.
        return assemblies.GetOrAdd(member.ContainingAssembly ?? compilation.Assembly, OfAssembly);
    }

    private CodePurposes OfAssembly(IAssemblySymbol assembly)
        => declared.Own(assembly) is { } names ? new CodePurposes(PurposeOrigin.Declared, names) : CodePurposes.Undeclared;

    private CodeEntry? Entry(ISymbol member)
    {
        if (table is not { Document.Code.Count: > 0 })
        {
            return null;
        }

        var named = member is IMethodSymbol { AssociatedSymbol: { } associated } ? associated : member;
        var names = new List<string>();
        for (ISymbol? current = named; current is not null; current = current.ContainingType)
        {
            names.Add(SymbolNames.FullName(current));
        }

        var entry = table.FindCode(names);
        return entry is { Only: true } || table.Document.Code.ContainsKey(names[0]) ? entry : Inherited(named, entry);
    }

    /// <summary>An entry that names a base or interface, or a member of one, without wildcard speaks for what is derived from it, in the order in which attributes do. A ceiling stays where it is.</summary>
    /// <param name="entry">What is said of the member's own names.</param>
    private CodeEntry? Inherited(ISymbol member, CodeEntry? entry)
    {
        CodeEntry? inherited = null;
        foreach (var declaration in DeclarationsOf.Member(member))
        {
            inherited = Both(inherited, Named(declaration));
        }

        for (var type = member as INamedTypeSymbol ?? member.ContainingType; type is not null && inherited is null; type = type.ContainingType)
        {
            if (table!.Document.Code.ContainsKey(SymbolNames.FullName(type)))
            {
                return entry;
            }
        }

        for (var type = member as INamedTypeSymbol ?? member.ContainingType; type is not null && inherited is null; type = type.ContainingType)
        {
            for (var current = type.BaseType; current is not null && inherited is null; current = current.BaseType)
            {
                inherited = Named(current);
            }

            foreach (var contract in type.AllInterfaces)
            {
                inherited = Both(inherited, Named(contract));
            }
        }

        return inherited ?? entry;
    }

    private CodeEntry? Named(ISymbol symbol) => table!.Document.Code.TryGetValue(SymbolNames.FullName(symbol), out var entry) && entry is not null ? entry with { Only = false } : null;

    private static CodeEntry? Both(CodeEntry? one, CodeEntry? other)
        => one is null ? other : other is null ? one : one with { Purposes = one.Purposes.Union(other.Purposes, StringComparer.Ordinal).ToArray() };

    /// <summary>A ceiling lists all that code inside may declare. Code that declares more works for the ceiling's purposes too: no declaration can escape it.</summary>
    private static CodePurposes WithinCeiling(CodePurposes purposes, CodeEntry? entry)
    {
        if (entry is not { Only: true } || purposes.Names.All(name => entry.Purposes.Any(allowed => Covers(allowed, name))))
        {
            return purposes;
        }

        return purposes with
        {
            Names = purposes.Names.Union(entry.Purposes, StringComparer.Ordinal).ToImmutableArray(),
            ExceededCeiling = entry.Purposes.ToImmutableArray(),
        };
    }

    private static bool Covers(string branch, string name)
        => name.StartsWith(branch, StringComparison.Ordinal) && (name.Length == branch.Length || name[branch.Length] == '.');
}
