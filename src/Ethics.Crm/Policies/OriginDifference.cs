using Ethics.Crm.Consent;
using Ethics.Crm.Policy;

namespace Ethics.Crm.Policies;

/// <summary>Which data may be older than before, is kept longer, or comes from sources of which people need not be told any more.</summary>
internal static class OriginDifference
{
    public static IEnumerable<string> Gains(PolicyTable less, PolicyTable more, bool opens)
    {
        foreach (var purpose in more.Purposes.Where(less.HasPurpose))
        {
            if (Durations.ReachFurther(more.MaximumAges(purpose), less.MaximumAges(purpose)))
                yield return $"for '{purpose}', data may be {(opens ? "older than before" : "less old than before")} ({string.Join(", ", (opens ? more : less).MaximumAges(purpose).DefaultIfEmpty("any age"))})";
            if (Durations.ReachFurther(Lasts(more, purpose), Lasts(less, purpose)))
                yield return $"for '{purpose}', data may be kept {(opens ? "longer than before" : "less long than before")} ({Lasts(opens ? more : less, purpose).DefaultIfEmpty("without end").Single()})";
            // A source that the policy does not declare is none that the person is known to have given.
            var before = less.Document.Purposes[purpose].Basis;
            if (more.Document.Purposes[purpose].Basis == LawfulBasis.LegalObligation && before != LawfulBasis.LegalObligation)
                yield return $"for '{purpose}', data that the person did not give may {(opens ? "be used before the person has been told" : "no longer be used before the person has been told")}";
        }

        foreach (var source in more.Document.Sources.Where(static s => s.Value.Direct == true).Select(static s => s.Key).OrderBy(static s => s, StringComparer.Ordinal))
        {
            if (!(less.Document.Sources.TryGetValue(source, out var before) && before.Direct == true))
                yield return $"data from '{source}' {(opens ? "counts as given by the person, who need not be told where it comes from" : "no longer counts as given by the person, who has to be told where it comes from")}";
        }
    }

    private static string[] Lasts(PolicyTable table, string purpose) => table.Document.Purposes[purpose].Retention is { } retention ? [retention] : [];
}
