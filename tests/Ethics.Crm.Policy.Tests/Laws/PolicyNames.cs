namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>The few names over which policies are generated: dotted, beside each other, beginning alike, and a branch (d) that nobody declares.</summary>
internal static class PolicyNames
{
    public static readonly string[] Purposes = ["a", "a.x", "a.x.y", "ax", "b", "b.x", "c", "d.x", "d.y"];
    public static readonly string[] Categories = ["k", "k.m", "k.m.n", "km", "l", "l.m", "q", "s", "s.m", "s.n"];
    public static readonly string[] Recipients = ["r", "s"];
    public static readonly string[] MemberPatterns = ["N.A.P", "N.A.*", "N.**", "N.A.P*", "**.P", "N.B.Q", "N.*.P", "N.A.Get()", "N.A.Get(string)#p"];
    public static readonly string[] Members = ["N.A.P", "N.A.Px", "N.A.Q", "N.B.P", "N.B.Q", "M.P", "N.A.Get()", "N.A.Get(System.String)#p"];
    public static readonly string[] CodePatterns = ["N.**", "N.A.**", "N.A", "N.A.Run", "N.B", "N.B.*", "**"];
    public static readonly string[] Code = ["N.A.Run", "N.A.Go", "N.B.Run", "M.Run"];
    public static readonly string[] AttributePatterns = ["Lib.A", "Lib.B", "Lib.C", "Lib.*", "Lib.A*"];

    /// <summary>What a member carries: none, one, two, and a class that derives from another.</summary>
    public static readonly string[][] Attributes = [[], ["Lib.A"], ["Lib.B"], ["Lib.A", "Lib.B"], ["Lib.C", "^Lib.A"], ["Other.D", "^Lib.B", "^Lib.A"]];
    public static readonly string[] SinkPatterns = ["N.S.Send", "N.S.*", "N.**", "N.S.Send(System.String)", "**.Send*"];
    public static readonly string[] Sinks = ["N.S.Send", "N.S.Post", "N.T.Send", "M.SendAll"];
    public static readonly string[] AnonymizerPatterns = ["N.Stats.Count", "N.Stats.*", "N.**", "N.Stats.Count()", "N.Stats.Count(string)"];
    public static readonly string[] Anonymized = ["N.Stats.Count", "N.Stats.Sum", "N.T.Count"];
}
