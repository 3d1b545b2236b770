using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Decisions;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;

namespace Ethics.Crm.Analyzers.Messages;

/// <summary>Why data may not influence a decision about people, as the middle of a message.</summary>
internal static class InfluenceWords
{
    public static string Denied(PurposeVerdict verdict) => Because(verdict.Reason);

    /// <summary>What gives a protected category away says so; all else was not collected for a decision.</summary>
    public static string Of(PolicyTable table, DecisionRules decisions, ImmutableArray<DeclaredLabel> labels)
        => decisions.Proxy(labels) is { } proxy ? Because($"'{proxy.Category}' gives '{proxy.Given}' away") : CollectedWords.Of(table, labels, labels[0]);

    private static string Because(string reason) => $"may not influence a decision ({reason})";
}
