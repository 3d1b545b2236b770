using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Interpretation;

internal enum WitnessKind
{
    /// <summary>A labelled member is read in code that declares a wrong purpose.</summary>
    Read,

    /// <summary>A labelled member is read in code that declares nothing and was called for a wrong purpose.</summary>
    Helper,

    /// <summary>A labelled value was seen in code for a wrong purpose.</summary>
    Flow,

    /// <summary>A labelled value was stored in a member that may do more than it.</summary>
    Store,
}

/// <summary>A misuse that a run shows.</summary>
/// <param name="Purpose">The purpose that is not permitted.</param>
/// <param name="Line">Where it was seen.</param>
/// <param name="Places">The lines at which a report of it may stand.</param>
/// <param name="Reads">Those of a flow at which the member itself was read for the purpose, and those within the statement that stores: a report of the read tells the misuse as well.</param>
/// <param name="Crossing">The value went through two methods and the heap.</param>
internal sealed record Witness(WitnessKind Kind, string Source, string Purpose, int Line, ImmutableHashSet<int> Places, ImmutableHashSet<ReadPlace> Reads, bool Crossing);

/// <summary>A labelled value was in hand at a line in code for a purpose that its label does not permit, used or not.</summary>
internal readonly record struct Touch(string Source, string Purpose, int Line);
