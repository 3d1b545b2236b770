using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Interpretation;

/// <summary>What the interpreter says about one run.</summary>
internal sealed class Interpretation
{
    public List<Observation> Observations { get; } = [];

    /// <summary>For each observation the members whose first content shows in it without their label: those behind an anonymizer or another labelled member and, where a member is read, all that made what it holds.</summary>
    public List<ImmutableSortedSet<string>> Unlabelled { get; } = [];

    /// <summary>For each observation the members on whose content a condition depended before it.</summary>
    public List<ImmutableSortedSet<string>> Steered { get; } = [];

    /// <summary>The members on whose content any condition depended.</summary>
    public ImmutableSortedSet<string> SteeredBy { get; set; } = TextValue.NoOrigins;

    public List<Witness> Witnesses { get; } = [];

    public HashSet<Touch> Touches { get; } = [];

    /// <summary>The expressions that were evaluated.</summary>
    public HashSet<object> Reached { get; } = new(ReferenceEqualityComparer.Instance);

    public int Steps { get; set; }
}

/// <summary>An exception of the program on its way to a handler.</summary>
internal sealed class ThrownException(TextValue text) : Exception
{
    public TextValue Text => text;
}

/// <summary>The program does too much; the generator makes another one.</summary>
internal sealed class OutOfStepsException : Exception;
