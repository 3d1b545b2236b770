using System.Text.Json.Nodes;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>A document back as JSON: nothing that it says may be missing, and nothing that the file did not say may be there.</summary>
internal static class DocumentJson
{
    private static readonly string[] Bases = ["consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests"];

    public static JsonObject Write(PolicyDocument d) => Object(
        ("version", d.Version),
        ("controller", d.Controller is { } c ? Object(("name", c.Name), ("contact", c.Contact)) : null),
        ("purposes", Map(d.Purposes, Purpose, always: true)),
        ("categories", Map(d.Categories, Category, always: true)),
        ("compatible", List(d.Compatible, x => Object(("from", x.From), ("to", x.To), ("because", x.Because), ("informed", x.Informed)))),
        ("rules", List(d.Rules, r => Object(
            ("id", r.Id), ("deny", Object(("categories", Texts(r.DenyCategories)), ("purposes", Texts(r.DenyPurposes)))), ("because", r.Because), ("evenWithConsent", Flag(r.EvenWithConsent))))),
        ("sources", Map(d.Sources, s => Object(("title", s.Title), ("direct", s.Direct)))),
        ("recipients", Map(d.Recipients, r => Object(
            ("title", r.Title), ("role", r.Role?.ToString().ToLowerInvariant()), ("for", Some(r.For)), ("categories", Some(r.Categories)), ("country", r.Country), ("safeguard", r.Safeguard), ("open", Flag(r.Open))))),
        ("transfers", d.FreeTransfers is { } free ? Object(("free", Texts(free))) : null),
        ("erasure", List(d.Erasure, e => Object(("categories", Texts(e.Categories)), ("action", e.Action.ToString().ToLowerInvariant()), ("until", e.Until), ("law", e.Law)))),
        ("entities", Some(d.Entities)),
        ("fields", Map(d.Fields, Label)),
        ("attributes", Map(d.Attributes, Label)),
        ("code", Map(d.Code, x => x is null ? null : Object(("purposes", Texts(x.Purposes)), ("only", Flag(x.Only))))),
        ("sinks", List(d.Sinks, s => Object(("method", s.Method), ("disclosesTo", s.DisclosesTo), ("log", Flag(s.Log))))),
        ("anonymizers", List(d.Anonymizers, a => Object(("method", a.Method), ("because", a.Because)))),
        ("declassify", d.DeclassifyByPolicyOnly ? "policy" : null),
        ("enforcement", Enforcement(d.Enforcement)),
        ("notice", d.Notice is { } n ? Object(("version", n.Version), ("language", n.Language)) : null));

    private static JsonObject Purpose(PurposeEntry p) => Object(
        ("title", p.Title), ("basis", Bases[(int)p.Basis]), ("assessment", p.Assessment), ("retention", p.Retention), ("consentFrom", p.ConsentFrom), ("consentExpires", p.ConsentExpires),
        ("directMarketing", Flag(p.DirectMarketing)), ("personalisation", Flag(p.Personalisation)), ("decision", Flag(p.Decision)), ("article9", p.Article9), ("channels", Some(p.Channels)),
        ("maxAge", p.MaxAge), ("quietHours", p.QuietHours), ("frequency", p.Frequency), ("open", Flag(p.Open)));

    private static JsonObject Category(CategoryEntry c) => Object(
        ("title", c.Title), ("collectedFor", c.CollectedFor is { } f ? Texts(f) : null), ("only", c.Only is { } o ? Texts(o) : null), ("sameAs", Some(c.SameAs)), ("redacted", c.Redacted), ("lookup", c.Lookup),
        ("special", c.Special), ("protected", c.Protected), ("inConfidence", c.InConfidence), ("sensitive", c.Sensitive), ("proxyFor", Some(c.ProxyFor)), ("derivedFrom", Some(c.DerivedFrom)), ("open", Flag(c.Open)));

    private static JsonObject? Label(FieldEntry? label) => label is null ? null : Object(("category", label.Category), ("collectedFor", label.CollectedFor is { } f ? Texts(f) : null));

    private static JsonObject? Enforcement(EnforcementEntry e) =>
        Object(("default", e.Default == EnforcementMode.Enforce ? null : Mode(e.Default)), ("purposes", Modes(e.Purposes)), ("categories", Modes(e.Categories)), ("rules", Modes(e.Rules))) is { Count: > 0 } section
            ? section : null;

    private static JsonObject? Modes(IReadOnlyDictionary<string, EnforcementMode> modes) => Map(modes, m => JsonValue.Create(Mode(m)));

    private static string Mode(EnforcementMode mode) => mode.ToString().ToLowerInvariant();

    private static JsonNode? Flag(bool flag) => flag ? true : null;

    private static JsonArray? Some(IReadOnlyList<string> texts) => texts.Count == 0 ? null : Texts(texts);

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(t => (JsonNode?)t)]);

    private static JsonArray? List<T>(IReadOnlyList<T> items, Func<T, JsonNode> write) => items.Count == 0 ? null : new([.. items.Select(write)]);

    private static JsonObject? Map<T>(IReadOnlyDictionary<string, T> map, Func<T, JsonNode?> write, bool always = false) =>
        map.Count == 0 && !always ? null : new(map.Select(e => new KeyValuePair<string, JsonNode?>(e.Key, write(e.Value))));

    private static JsonObject Object(params (string Key, JsonNode? Value)[] members) =>
        new(members.Where(m => m.Value is not null).Select(m => new KeyValuePair<string, JsonNode?>(m.Key, m.Value)));
}
