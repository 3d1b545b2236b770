using System.Collections.Immutable;
using Ethics.Crm.Analyzers.Messages;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Reads;

/// <summary>Why code for some purposes may not read a member.</summary>
/// <param name="Permitted">What is permitted, as the middle of the message.</param>
/// <param name="Refused">The purposes of the code that are not.</param>
internal sealed record ReadVerdict(string Permitted, ImmutableArray<string> Refused)
{
    /// <summary>Whether the code decides about people, and a rule or the protection of the data stands against that.</summary>
    public bool IsInfluence { get; private init; }

    /// <summary>Null when every purpose of the code is permitted by every label. Code that works for nothing may read nothing.</summary>
    public static ReadVerdict? Of(PolicyTable table, ImmutableArray<DeclaredLabel> labels, ImmutableArray<string> purposes)
    {
        if (purposes.IsEmpty)
        {
            return new ReadVerdict(CollectedWords.Of(table, labels, labels[0]), purposes);
        }

        (DeclaredLabel Label, PurposeVerdict Verdict)? first = null;
        (DeclaredLabel Label, PurposeVerdict Verdict)? influence = null;
        var refused = ImmutableArray.CreateBuilder<string>();
        var influenced = ImmutableArray.CreateBuilder<string>();
        foreach (var purpose in purposes)
        {
            foreach (var label in labels)
            {
                if (table.Judge(label.Label, purpose) is not { IsPermitted: false } objection)
                {
                    continue;
                }

                if (Influence(table, label.Label, purpose) is { } denied)
                {
                    influence ??= (label, denied);
                    influenced.Add(purpose);
                    break;
                }

                first ??= (label, objection);
                if (!refused.Contains(purpose))
                {
                    refused.Add(purpose);
                }
            }
        }

        return influence is { } deciding ? new ReadVerdict(InfluenceWords.Denied(deciding.Verdict), influenced.ToImmutable()) { IsInfluence = true }
            : first is { } found ? new ReadVerdict(Words(table, labels, found.Label, found.Verdict), refused.ToImmutable())
            : null;
    }

    /// <summary>ECRM2004 where it is told as an influence on a decision, else the rule of the way on which the value comes.</summary>
    public DiagnosticDescriptor RuleOr(DiagnosticDescriptor ofWay) => IsInfluence ? RuleDescriptors.Influence : ofWay;

    /// <summary>Those that are refused, as the end of the message. Where a ceiling of the policy counts and not only what the author wrote, that is said.</summary>
    public string PurposesOf(CodePurposes code)
    {
        var refused = Refused.IsEmpty ? "no purpose" : Messages.Words.List(Refused);
        return code.ExceededCeiling.Any(Refused.Contains) ? $"{refused}; the policy limits this code to {Messages.Words.List(code.ExceededCeiling)}" : refused;
    }

    /// <summary>In a purpose that decides, what nothing but rules or protection refuse is an influence on the decision. Null elsewhere, and for what was not collected for it.</summary>
    private static PurposeVerdict? Influence(PolicyTable table, DataLabel label, string purpose)
    {
        if (!table.Document.Purposes.TryGetValue(purpose, out var entry) || !entry.Decision)
        {
            return null;
        }

        var objections = table.Objections(label, purpose);
        return objections.All(static objection => objection.Kind is VerdictKind.Rule or VerdictKind.Protected) ? objections[0] : null;
    }

    internal static string Words(PolicyTable table, ImmutableArray<DeclaredLabel> labels, DeclaredLabel label, PurposeVerdict verdict) => verdict.Kind switch
    {
        VerdictKind.NotCollected or VerdictKind.NothingPermitted or VerdictKind.UnknownPurpose => CollectedWords.Of(table, labels, label),
        _ => $"may not be used so ({verdict.Reason})",
    };
}
