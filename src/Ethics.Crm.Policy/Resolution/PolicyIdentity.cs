using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ethics.Crm.Policy.Resolution;

/// <summary>
/// A hash of what the policy says, whatever the layout, order, comments and free keys of its files. Flags count only where they are set, and
/// <c>open</c> not at all: it speaks to overlays, not to data.
/// </summary>
internal static class PolicyIdentity
{
    public static string Of(PolicyDocument document)
    {
        var canonical = Canonical(document);
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(canonical));
        var hex = new StringBuilder(hash.Length * 2);
        foreach (var b in hash)
        {
            hex.Append(b.ToString("x2", CultureInfo.InvariantCulture));
        }

        return hex.ToString();
    }

    private static string Canonical(PolicyDocument d) => Record(
        "1",
        Record(d.Controller?.Name, d.Controller?.Contact),
        Map(d.Categories, c => Record(
            c.Title, Set(c.CollectedFor), Set(c.Only), Set(c.SameAs), c.Redacted, Flag(c.Lookup), Flag(c.Special), Flag(c.Protected), Flag(c.InConfidence),
            Flag(c.Sensitive), Set(c.ProxyFor), Set(c.DerivedFrom))),
        Map(d.Purposes, p => Record(
            p.Title, p.Basis.ToString(), p.Assessment, p.Retention, p.ConsentFrom, p.ConsentExpires, Flag(p.DirectMarketing), Flag(p.Personalisation),
            Flag(p.Decision), p.Article9, Set(p.Channels), p.MaxAge, p.QuietHours, p.Frequency)),
        Set(d.Compatible.Select(c => Record(c.From, c.To, c.Because, c.Informed))),
        Map(d.Sources, s => Record(s.Title, s.Direct?.ToString())),
        Map(d.Recipients, r => Record(r.Title, r.Role?.ToString(), Set(r.For), Set(r.Categories), r.Country, r.Safeguard)),
        Set(d.FreeTransfers),
        Set(d.Erasure.Select(e => Record(Set(e.Categories), e.Action.ToString(), e.Until, e.Law))),
        Set(d.Entities),
        Map(d.Fields, Label),
        Map(d.Attributes, Label),
        Map(d.Code, c => c is null ? null : c.Ceiling is null ? Record(Set(c.Purposes), Flag(c.Only)) : Record(Set(c.Purposes), Flag(c.Only), Set(c.Ceiling))),
        Set(d.Sinks.Select(s => Record(s.Method, s.DisclosesTo, Flag(s.Log)))),
        Set(d.Anonymizers.Select(a => Record(a.Method, a.Because))),
        Flag(d.DeclassifyByPolicyOnly),
        Set(d.Rules.Select(r => Record(r.Id, Set(r.DenyCategories), Set(r.DenyPurposes), r.Because, Flag(r.EvenWithConsent)))),
        Record(d.Enforcement.Default.ToString(), Modes(d.Enforcement.Purposes), Modes(d.Enforcement.Categories), Modes(d.Enforcement.Rules)),
        Record(d.Notice?.Version, d.Notice?.Language),
        Set(d.WithoutSpecialGround.Concat(d.Layers.Texts())));

    internal static string? Label(FieldEntry? label) => label is null ? null : Record(label.Category, Set(label.CollectedFor));

    private static string? Modes(IReadOnlyDictionary<string, EnforcementMode> modes) => Map(modes, m => m.ToString());

    private static string? Flag(bool? flag) => flag == true ? "true" : null;

    internal static string? Set(IEnumerable<string?>? texts) => texts is null ? null : Record(texts.Distinct(StringComparer.Ordinal).OrderBy(t => t, StringComparer.Ordinal).ToArray());

    private static string? Map<T>(IReadOnlyDictionary<string, T> map, Func<T, string?> value) =>
        map.Count == 0 ? null : Record(map.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => Record(e.Key, value(e.Value))).ToArray());

    // Each part is preceded by its length, so that no two different records give one text.
    internal static string Record(params string?[] parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part is null ? "-" : part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part);
        }

        return text.ToString();
    }
}
