using Ethics.Crm.Policy.Naming;

namespace Ethics.Crm.Policy;

public sealed partial class PolicyTable
{
    /// <summary>How old data may be that is used for a purpose: what the purpose says, and what those say that lie above it.</summary>
    /// <param name="purpose">A dotted name; case matters.</param>
    /// <returns>ISO 8601 durations, each of which holds; empty when age does not matter.</returns>
    public IReadOnlyList<string> MaximumAges(string purpose)
    {
        var ages = new List<string>();
        foreach (var name in Dotted.SelfAndAncestors(purpose))
        {
            if (Document.Purposes.TryGetValue(name, out var entry) && entry.MaxAge is { } age)
            {
                ages.Add(age);
            }
        }

        return ages;
    }

    /// <summary>Whether data from a source may be used for a purpose only once the person has been told where it comes from (Art. 14 GDPR).</summary>
    /// <param name="source">As the code names it; one that the policy does not declare is none that the person is known to have given.</param>
    /// <param name="purpose">A dotted name; case matters.</param>
    /// <returns>False for what the person gave, and for a purpose that the law requires, such as telling the person.</returns>
    public bool MustBeTold(string source, string purpose) =>
        !(Document.Sources.TryGetValue(source, out var entry) && entry.Direct == true)
        && !(Document.Purposes.TryGetValue(purpose, out var declared) && declared.Basis == LawfulBasis.LegalObligation);

    /// <summary>Whether a use for a purpose depends on the age or the source of the data.</summary>
    /// <param name="tellsAge">Whether the data says when it was obtained.</param>
    /// <param name="sources">Where it was obtained.</param>
    /// <param name="purpose">A dotted name; case matters.</param>
    /// <returns>True when labels and consent alone do not decide.</returns>
    public bool AsksOrigin(bool tellsAge, IReadOnlyList<string> sources, string purpose) =>
        (tellsAge && MaximumAges(purpose).Count > 0) || sources.Any(source => MustBeTold(source, purpose));
}
