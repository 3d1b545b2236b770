using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Scopes;

/// <summary>What a declaration says beyond its ceiling.</summary>
internal sealed record ExceededCeiling(Location Location, ImmutableArray<string> Ceiling, ImmutableArray<string> Beyond);

/// <summary>Members and types that work for more than the policy lets them: told at the attribute that says so, else at the first symbol under the ceiling that inherits it.</summary>
internal sealed class DeclaredCeilings(PurposeContext purposes)
{
    /// <summary>Null for a symbol within its ceiling, without one, or whose containing type has the same finding.</summary>
    public ExceededCeiling? Exceeded(ISymbol symbol)
    {
        if (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } || symbol.IsImplicitlyDeclared || symbol.Locations.IsEmpty)
        {
            return null;
        }

        var own = purposes.Code.OpeningOf(symbol);
        if (own is null && symbol is IMethodSymbol { AssociatedSymbol: not null })
        {
            // The property or event has the finding.
            return null;
        }

        if (Beyond(symbol) is not { } found)
        {
            return null;
        }

        return own is null && symbol.ContainingType is { } type && Beyond(type) is { } around && found.Beyond.SequenceEqual(around.Beyond) && found.Ceiling.SequenceEqual(around.Ceiling)
            ? null
            : new ExceededCeiling(own?.Location ?? symbol.Locations[0], found.Ceiling, found.Beyond);
    }

    private (ImmutableArray<string> Ceiling, ImmutableArray<string> Beyond)? Beyond(ISymbol symbol)
        => purposes.Code.CeilingOf(symbol) is { } ceiling && purposes.Code.DeclaredFor(symbol) is { } declared && CodePurposeReader.Beyond(ceiling, purposes.KnownAmong(declared)) is { IsEmpty: false } beyond
            ? (ceiling, beyond)
            : null;
}
