using System.Collections.Immutable;
using Ethics.Crm.Analyzers.Messages;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.Policy;

namespace Ethics.Crm.Analyzers.Reads;

/// <summary>Why code for some purposes may not read a member.</summary>
/// <param name="Permitted">What is permitted, as the middle of the message.</param>
/// <param name="Refused">The purposes of the code that are not.</param>
internal sealed record ReadVerdict(string Permitted, ImmutableArray<string> Refused)
{
    /// <summary>Null when every purpose of the code is permitted by every label. Code that works for nothing may read nothing.</summary>
    public static ReadVerdict? Of(PolicyTable table, ImmutableArray<DeclaredLabel> labels, ImmutableArray<string> purposes)
    {
        if (purposes.IsEmpty)
        {
            return new ReadVerdict(CollectedWords.Of(table, labels, labels[0]), purposes);
        }

        (DeclaredLabel Label, PurposeVerdict Verdict)? first = null;
        var refused = ImmutableArray.CreateBuilder<string>();
        foreach (var purpose in purposes)
        {
            foreach (var label in labels)
            {
                if (Objection(table, label.Label, purpose) is { } objection)
                {
                    first ??= (label, objection);
                    refused.Add(purpose);
                    break;
                }
            }
        }

        return first is { } found ? new ReadVerdict(Words(table, labels, found.Label, found.Verdict), refused.ToImmutable()) : null;
    }

    /// <summary>Those that are refused, as the end of the message. Where a ceiling of the policy counts and not only what the author wrote, that is said.</summary>
    public string PurposesOf(CodePurposes code)
    {
        var refused = Refused.IsEmpty ? "no purpose" : Messages.Words.List(Refused);
        return code.ExceededCeiling.Any(Refused.Contains) ? $"{refused}; the policy limits this code to {Messages.Words.List(code.ExceededCeiling)}" : refused;
    }

    /// <summary>In a decision purpose, what only rules or protection refuse is told as an influence on the decision, not as a read.</summary>
    private static PurposeVerdict? Objection(PolicyTable table, DataLabel label, string purpose)
    {
        if (table.Judge(label, purpose).IsPermitted)
        {
            return null;
        }

        var objections = table.Objections(label, purpose);
        if (table.Document.Purposes.TryGetValue(purpose, out var entry) && entry.Decision)
        {
            objections = objections.Where(objection => objection.Kind is not (VerdictKind.Rule or VerdictKind.Protected)).ToList();
        }

        return objections.Count == 0 ? null : objections[0];
    }

    internal static string Words(PolicyTable table, ImmutableArray<DeclaredLabel> labels, DeclaredLabel label, PurposeVerdict verdict) => verdict.Kind switch
    {
        VerdictKind.NotCollected or VerdictKind.NothingPermitted or VerdictKind.UnknownPurpose => CollectedWords.Of(table, labels, label),
        _ => $"may not be used so ({verdict.Reason})",
    };
}
