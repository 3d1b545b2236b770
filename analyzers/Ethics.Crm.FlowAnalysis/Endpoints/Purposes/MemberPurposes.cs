using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary>
/// What a member as a whole works for: attributes, then the policy, then its assembly. The one table that the rules judge by and that the decorators are
/// generated from, so that build and run time cannot differ.
/// </summary>
internal sealed class MemberPurposes(Compilation compilation, PolicyTable? table, DeclaredPurposes declared)
{
    private readonly ConcurrentDictionary<IAssemblySymbol, CodePurposes> assemblies = new(SymbolEqualityComparer.Default);

    public CodePurposes Of(ISymbol member)
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

    /// <summary>What the policy's <c>code</c> says of a member; null when nothing.</summary>
    public CodeEntry? Entry(ISymbol member)
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
    public static CodePurposes WithinCeiling(CodePurposes purposes, CodeEntry? entry)
    {
        if (entry is not { Only: true } || purposes.Names.All(name => entry.MayDeclare.Any(allowed => Covers(allowed, name))))
        {
            return purposes;
        }

        return purposes with
        {
            Names = purposes.Names.Union(entry.MayDeclare, StringComparer.Ordinal).ToImmutableArray(),
            ExceededCeiling = entry.MayDeclare.ToImmutableArray(),
        };
    }

    public static bool Covers(string branch, string name)
        => name.StartsWith(branch, StringComparison.Ordinal) && (name.Length == branch.Length || name[branch.Length] == '.');
}
