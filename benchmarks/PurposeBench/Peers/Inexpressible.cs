namespace PurposeBench.Peers;

/// <summary>Why a peer cannot be asked about a case. Each reason is a rule of the code, never the choice of one case.</summary>
internal static class Inexpressible
{
    public const string TwoProjects = "a program of two projects: the data flow analysis of either peer ends at the border of a compilation (so say the pages of CA3001 and its siblings)";

    public const string Influence = "a decision: what arrives is influenced by the value without being made of it, and taint follows values only";

    public const string NoMember = "the label is on no member: the value lies under a key of a bag or comes in by a parameter, and sources are named by member";

    public const string Whole = "the program never reads the member: the object is handed over, serialised or walked through whole, and sources are reads";

    public const string Field = "the label is on a field, and the configuration names properties and methods as sources";

    public const string Number = "a number, a flag or an identifier: the tool takes values of these types for clean as soon as they are boxed or printed, whatever the configuration says";

    public const string NoSink = "what is wrong is no call and no assignment of a property that could be named as a sink";

    /// <summary>What no taint analysis of values from named members has words for, whatever its settings.</summary>
    public static string? Of(CaseFlow flow)
    {
        if (flow.Case.Files.Count > 1)
            return TwoProjects;
        if (flow.InDecision && flow.Case.ByDifference)
            return Influence;
        if (flow.Source.Members.Count == 0)
            return NoMember;
        if (!flow.IsRead())
            return Whole;
        return flow.SinksUsed().Any() ? null : NoSink;
    }
}
