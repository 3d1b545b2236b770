using Ethics.Crm.Soundness.Tests.Interpretation;

namespace Ethics.Crm.Soundness.Tests.Judging;

/// <summary>One thing that a report says: this member, for this purpose, at this line. A report that names several says as many things, and each has to be true.</summary>
/// <param name="Purpose">For a store the labelled member that it is stored in; null when the report does not name it.</param>
internal sealed record Claim(string Id, int Line, string Source, string? Purpose)
{
    private const string Read = "ECRM2001", Flow = "ECRM2002", Helper = "ECRM2003", Store = "ECRM2007";

    /// <param name="labelled">The labelled members of the program; other names in a report say where, not what.</param>
    public static IReadOnlyList<Claim> Of(Report report, IReadOnlySet<string> labelled)
    {
        var members = report.Sources.Where(labelled.Contains).ToList();
        if (report.Id != Store)
            return [.. members.SelectMany(member => report.Purposes.Select(purpose => new Claim(report.Id, report.Line, member, purpose)))];
        // Where it is stored is named last.
        return members.Count < 2
            ? [.. members.Select(member => new Claim(report.Id, report.Line, member, null))]
            : [.. members.SkipLast(1).Select(member => new Claim(report.Id, report.Line, member, members[^1]))];
    }

    /// <summary>Whether it tells this misuse: by the rule for it, at a line for it.</summary>
    public bool Tells(Witness witness) => Names(witness) && IsRuleOf(witness.Kind) && witness.Places.Contains(Line)
        || witness.Kind is WitnessKind.Flow or WitnessKind.Store && witness.Source == Source && witness.Reads.Any(read => read.Line == Line && IsRuleOf(read.Kind) && (read.Purpose == Purpose || Purpose is null));

    /// <summary>Whether it may mean this misuse, at another line. A read stands where it stands.</summary>
    public bool Means(Witness witness) => witness.Kind is WitnessKind.Flow or WitnessKind.Store && Names(witness) && IsRuleOf(witness.Kind);

    /// <summary>Whether it tells this arrival. A read of a member is no arrival.</summary>
    public bool Is(Touch touch) => Id == Flow && (touch.Source, touch.Purpose, touch.Line) == (Source, Purpose, Line);

    private bool Names(Witness witness) => witness.Source == Source && (witness.Purpose == Purpose || Purpose is null);

    private bool IsRuleOf(WitnessKind kind) => kind switch
    {
        WitnessKind.Read => Id == Read,
        WitnessKind.Helper => Id is Helper or Read,
        WitnessKind.Flow => Id == Flow,
        WitnessKind.Store => Id == Store,
        _ => false,
    };
}
