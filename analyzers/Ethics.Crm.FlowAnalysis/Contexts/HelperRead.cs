using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Contexts;

/// <summary>A labelled member that is read where nothing is declared.</summary>
/// <param name="Reader">The method or local function that reads it.</param>
internal sealed record HelperRead(IMethodSymbol Reader, ReadOrigin Source)
{
    /// <summary>The walk on which it is read; null for any.</summary>
    public string? Walk { get; init; } = Contexts.Walk.Whole;

    public bool Equals(HelperRead? other) => other is not null && Walk == other.Walk && Source.Equals(other.Source) && SymbolEqualityComparer.Default.Equals(Reader, other.Reader);

    public override int GetHashCode() => Source.GetHashCode();
}

/// <summary>A value that was read elsewhere and is put to use where nothing is declared.</summary>
/// <param name="User">The method or local function that uses it, or has called what does.</param>
/// <param name="Target">What uses it, as a message names it.</param>
/// <param name="Arrived">The purposes of the code that has had it in hand.</param>
internal sealed record HelperArrival(IMethodSymbol User, ReadOrigin Source, SyntaxNode Syntax, string Target, PurposeNames Arrived) : ITold
{
    /// <summary>The walk on which it is used; null for any.</summary>
    public string? Walk { get; init; } = Contexts.Walk.Whole;

    /// <summary>What it influences there; null where it comes into the hands of the code.</summary>
    public Sink? Sink { get; init; }

    public Trail? Trail { get; init; }

    public bool Equals(HelperArrival? other)
        => other is not null && Syntax == other.Syntax && Walk == other.Walk && Sink == other.Sink && Target == other.Target && Source.Equals(other.Source) && SymbolEqualityComparer.Default.Equals(User, other.User) && Arrived.Equals(other.Arrived);

    public override int GetHashCode() => Syntax.GetHashCode();
}
