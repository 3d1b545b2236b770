namespace Ethics.Crm.Policy.Extends;

/// <summary>
/// Consent is the strongest basis, so an overlay may move a purpose to it; but consent is also a ground for special categories, which the base refused.
/// The refusal stays, unless the base left the purpose open.
/// </summary>
internal static class SpecialGround
{
    public static IReadOnlyCollection<string> Missing(PolicyLayer below, PolicyDocument merged)
    {
        var missing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var purpose in below.Document.Purposes)
        {
            var refused = purpose.Value.Basis != LawfulBasis.Consent && purpose.Value.Article9 is null || below.Document.WithoutSpecialGround.Contains(purpose.Key);
            if (refused && !purpose.Value.Open && merged.Purposes.TryGetValue(purpose.Key, out var now) && now.Basis == LawfulBasis.Consent)
            {
                missing.Add(purpose.Key);
            }
        }

        return missing;
    }
}
