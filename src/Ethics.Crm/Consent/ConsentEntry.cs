using System.Globalization;
using System.Text;

namespace Ethics.Crm;

/// <summary>What a person saw and did when consenting; every part may be unknown (null).</summary>
public sealed record ConsentEvidence
{
    /// <summary>The version of the notice that the person saw, compared as ordinal text.</summary>
    public string? NoticeVersion { get; init; }

    /// <summary>Where it happened: <c>web</c>, <c>phone</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>Where the proof lies: a form's or a recording's number.</summary>
    public string? Reference { get; init; }

    /// <summary>Who recorded it, when it was not the person.</summary>
    public string? Actor { get; init; }

    // What the compiler writes would put the reference and the actor into every log line: both can name people.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("NoticeVersion = ").Append(NoticeVersion).Append(", Channel = ").Append(Channel);
        return true;
    }
}

/// <summary>The kinds of entries in a consent ledger.</summary>
public enum ConsentAction
{
    /// <summary>Consent was given.</summary>
    Grant,

    /// <summary>Consent was withdrawn.</summary>
    Withdraw,

    /// <summary>The person objected.</summary>
    Object,

    /// <summary>Processing was restricted.</summary>
    Restrict,

    /// <summary>The restriction ended.</summary>
    LiftRestriction,
}

/// <summary>One decision of a person.</summary>
/// <param name="Sequence">Order within the ledger, from 1.</param>
/// <param name="At">When it was recorded, in UTC.</param>
/// <param name="Action">What was decided.</param>
/// <param name="Purpose">The purpose; null for a restriction and its end.</param>
/// <param name="Evidence">For a grant; null when none was given.</param>
/// <param name="Reason">For a restriction; null otherwise.</param>
public sealed record ConsentEntry(long Sequence, DateTimeOffset At, ConsentAction Action, string? Purpose, ConsentEvidence? Evidence, string? Reason)
{
    // A reason is free text about the person.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Sequence = ").Append(Sequence).Append(", At = ").Append(At.ToString("O", CultureInfo.InvariantCulture))
            .Append(", Action = ").Append(Action).Append(", Purpose = ").Append(Purpose).Append(", Evidence = ").Append(Evidence);
        return true;
    }
}
