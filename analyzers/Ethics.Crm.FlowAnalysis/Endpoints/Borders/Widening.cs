using Ethics.Crm.Policy;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Borders;

/// <summary>What data may do behind a label, and could not before.</summary>
/// <param name="Purposes">That the new label permits and the old ones do not; decisions among them.</param>
/// <param name="Recipients">That may have it behind the new label only.</param>
/// <param name="Dropped">The flags that the new label lacks, as the policy writes them.</param>
internal sealed record Widening(IReadOnlyList<string> Purposes, IReadOnlyList<string> Recipients, IReadOnlyList<string> Dropped)
{
    /// <summary>Null when it may do nothing more.</summary>
    public static Widening? Of(PolicyTable table, IReadOnlyList<DataLabel> from, IReadOnlyList<DataLabel> to)
    {
        // What a member's own label says of itself is asked at each assignment of an object to its like.
        if (to.All(from.Contains) && from.All(to.Contains))
        {
            return null;
        }

        var purposes = Permitted(table, to).Except(Permitted(table, from), StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal).ToArray();
        var recipients = table.Document.Recipients.Keys
            .Where(recipient => table.ObjectionToDisclosure(to, recipient, []) is null && table.ObjectionToDisclosure(from, recipient, []) is not null)
            .OrderBy(static name => name, StringComparer.Ordinal).ToArray();
        var dropped = Flags(table, from).Where(flag => !Flags(table, to).Contains(flag) && !IsItself(flag, to)).Distinct(StringComparer.Ordinal).ToArray();
        return purposes.Length + recipients.Length + dropped.Length == 0 ? null : new Widening(purposes, recipients, dropped);
    }

    private static IEnumerable<string> Permitted(PolicyTable table, IReadOnlyList<DataLabel> labels)
        => labels.Select(table.PermittedPurposes).Aggregate<IEnumerable<string>>(static (left, right) => left.Intersect(right, StringComparer.Ordinal));

    private static IEnumerable<string> Flags(PolicyTable table, IReadOnlyList<DataLabel> labels)
    {
        foreach (var category in labels.Select(label => label.Category is { } name ? table.FindCategory(name) : null))
        {
            if (category is null)
            {
                continue;
            }

            if (category.Sensitive)
            {
                yield return "sensitive";
            }

            if (category.Special)
            {
                yield return "special";
            }

            if (category.Protected)
            {
                yield return "protected";
            }

            if (category.InConfidence)
            {
                yield return "inConfidence";
            }

            foreach (var given in category.ProxyFor)
            {
                yield return ProxyFor + given;
            }
        }
    }

    /// <summary>What gives a category away may become data of that category, which says more.</summary>
    private static bool IsItself(string flag, IReadOnlyList<DataLabel> to)
        => flag.StartsWith(ProxyFor, StringComparison.Ordinal) && flag.Substring(ProxyFor.Length) is var given
            && to.Any(label => label.Category is { } name && (name == given || name.StartsWith(given + ".", StringComparison.Ordinal)));

    public const string ProxyFor = "proxyFor ";
}
