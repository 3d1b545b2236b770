using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.Findings;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Flows;

/// <summary>One argument of one call may disclose a value, put it behind a wider label and hand it to code for a purpose, all at once: the first of these is told.</summary>
internal static class Precedence
{
    /// <param name="told">Findings with something to say.</param>
    public static IEnumerable<(FlowFinding Finding, T Told)> First<T>(IReadOnlyCollection<(FlowFinding Finding, T Told)> told)
    {
        var first = new Dictionary<(ReadOrigin, SyntaxNode, string), int>();
        foreach (var (finding, _) in told)
        {
            var border = BorderOf(finding);
            var rank = RankOf(finding);
            if (!first.TryGetValue(border, out var other) || rank < other)
            {
                first[border] = rank;
            }
        }

        return told.Where(one => first[BorderOf(one.Finding)] == RankOf(one.Finding));
    }

    /// <summary>A parameter is no other border than the method that is called.</summary>
    private static (ReadOrigin Source, SyntaxNode Syntax, string Target) BorderOf(FlowFinding finding)
    {
        var parameter = finding.Sink is { Kind: SinkKind.Border } ? finding.Target.LastIndexOf('#') : -1;
        return (finding.Source, finding.Syntax, parameter < 0 ? finding.Target : finding.Target.Substring(0, parameter));
    }

    /// <summary>The order in which the contract names them.</summary>
    private static int RankOf(FlowFinding finding) => finding.Sink?.Kind switch
    {
        SinkKind.Decision => 0,
        SinkKind.Recipient => 1,
        SinkKind.Log => 2,
        SinkKind.ExceptionMessage => 3,
        SinkKind.Serializer => 4,
        SinkKind.Border => 5,
        null => 6,
        _ => 7,
    };
}
