using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Findings;

/// <summary>A value of a labelled member that comes to code for purposes that its labels do not permit, or is disclosed where it may not go.</summary>
/// <param name="Syntax">The argument, or the expression in that code which takes the value.</param>
/// <param name="Target">The member that works for the purposes or discloses the value, as a message names it.</param>
internal sealed record FlowFinding(ReadOrigin Source, SyntaxNode Syntax, string Target, string Names) : ITold
{
    public ImmutableArray<string> Purposes { get; init; }

    /// <summary>Where the value is disclosed; null where it comes to code for a purpose.</summary>
    public Sink? Sink { get; init; }

    /// <summary>The way from the source, first step first.</summary>
    public Trail? Trail { get; init; }

    /// <inheritdoc cref="Taint.ReadBy"/>
    public IMethodSymbol? ReadBy { get; init; }

    /// <inheritdoc cref="Taint.ReadIn"/>
    public IMethodSymbol? ReadIn { get; init; }

    public bool Equals(FlowFinding? other) => other is not null && Syntax == other.Syntax && Target == other.Target && Names == other.Names && Sink?.Kind == other.Sink?.Kind && Source.Equals(other.Source);

    public override int GetHashCode() => Syntax.GetHashCode();
}

/// <summary>A place at which a labelled value goes where the analysis does not follow it.</summary>
/// <param name="Names">The member that the value was read from.</param>
/// <param name="Into">What takes it there, as a message says it.</param>
internal sealed record LostValue(SyntaxNode Syntax, string Name, string Into)
{
    /// <summary>In place of where it goes: whether it is read at all only the run time knows.</summary>
    public const string PerhapsRead = "";
}
