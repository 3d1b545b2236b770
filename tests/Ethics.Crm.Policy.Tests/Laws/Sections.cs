using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using static Ethics.Crm.Policy.Tests.Laws.Gens;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>Every key of the format, generated over few names and values.</summary>
internal static class Sections
{
    private static readonly string[] Durations = ["P1D", "P30D", "P1M", "P31D", "P1Y", "P13M"];
    private static readonly string[] Modes = ["enforce", "redact", "audit"];

    /// <param name="purposes">To declare.</param>
    /// <param name="p">To speak of.</param>
    /// <param name="open">Whether entries may be marked open.</param>
    /// <param name="openPatterns">Those of maps by pattern, and enforcement, too.</param>
    public static Gen<JsonObject> Whole(IEnumerable<string> purposes, IEnumerable<string> categories, string[] p, string[] c, bool open, bool openPatterns = false) =>
        Whole(purposes, categories, p, [.. p.SelectMany(Contract.Names).Distinct()], c, open, openPatterns);

    private static Gen<JsonObject> Whole(IEnumerable<string> purposes, IEnumerable<string> categories, string[] p, string[] lists, string[] c, bool open, bool openPatterns) =>
        Object(
            ("version", Gen.Constant<JsonNode?>(1)),
            ("controller", Object(("name", Text(3, "Fabrikam")), ("contact", Text(3, "a@b")))),
            ("purposes", Map(purposes, _ => Purpose(open))),
            ("categories", Map(categories, name => Category(lists, [.. c.Where(o => o != name)], open))),
            ("compatible", Several(Object(("from", Text(10, p)), ("to", Text(10, p)), ("because", Text(3, "Art. 6(4)")), ("informed", Text(2, "notice 2026-04"))), 3)),
            ("rules", Several(Rule(lists, c, open), 2)),
            ("sources", SomeOf(["form", "list"], _ => Object(("title", Text(3, "T")), ("direct", Text(5, "true", "false").Select(static JsonNode? (t) => t is null ? null : t.GetValue<string>() == "true"))))),
            ("recipients", SomeOf(PolicyNames.Recipients, _ => Recipient(lists, c, open))),
            ("transfers", Maybe(Gen.Constant(0).Select(static object (_) => ""), 3).SelectMany(on => on is null ? Gen.Constant<JsonNode?>(null) : Object(("free", List(10, ["EEA", "EU", "GB", "US"]))))),
            ("erasure", Several(Object(("categories", List(10, c, needsOne: true)), ("action", Text(8, "erase", "anonymise", "retain")), ("until", Text(4, Durations)), ("law", Text(3, "§ 147 AO"))), 2)),
            ("entities", List(3, ["N.**", "M.Data"], needsOne: true)),
            ("fields", SomeOf(PolicyNames.MemberPatterns, _ => Label(lists, c, openPatterns))),
            ("attributes", SomeOf(["Lib.A", "Lib.*", "Lib.B"], _ => Label(lists, c, openPatterns))),
            ("code", SomeOf(PolicyNames.CodePatterns, _ => Object(("purposes", List(10, lists, needsOne: true)), ("only", Flag(5)), ("open", Flag(openPatterns ? 1 : 0))))),
            ("sinks", Several(Object(("method", Text(10, PolicyNames.SinkPatterns)), ("disclosesTo", Text(6, PolicyNames.Recipients)), ("log", Flag(5))), 2)),
            ("anonymizers", Several(Object(("method", Text(10, PolicyNames.AnonymizerPatterns)), ("because", Text(5, "k ≥ 20")), ("open", Flag(open ? 1 : 0))), 2)),
            ("declassify", Text(3, "policy")),
            ("enforcement", Object(
                ("default", Text(5, "redact", "audit")), ("purposes", SomeOf(lists, _ => Text(10, Modes))), ("categories", SomeOf(c, _ => Text(10, Modes))), ("rules", SomeOf(["i", "j"], _ => Text(10, Modes))), ("open", Flag(openPatterns ? 1 : 0)))),
            ("notice", Object(("version", Text(3, "2026-11")), ("language", Text(3, "en", "de-AT")))))
        .Select(WithoutEmpty);

    /// <summary>What labels members and code, and who may have them, over so few names that entries of two files meet: nothing else, which would hide what is let through.</summary>
    /// <param name="p">One, what lies beneath it, and another one.</param>
    /// <param name="declares">Whether purposes, categories, recipients and modes are declared; an overlay says labels alone.</param>
    public static Gen<JsonObject> Labelled(string[] p, string[] c, bool declares) =>
        Object(
            ("version", Gen.Constant<JsonNode?>(1)),
            ("purposes", Map(declares ? p : [], _ => Object(("basis", Text(10, "consent", "contract", "contract"))))),
            ("categories", declares
                ? Map(c, _ => Object(("collectedFor", List(4, p)), ("only", List(1, p)), ("special", Flag(1))))
                : SomeOf(c, _ => Object(("collectedFor", List(6, p)), ("only", List(2, p))), most: 1).Select(static JsonNode? (some) => some ?? new JsonObject())),
            ("compatible", Several(Object(("from", Text(10, p[0], p[^2])), ("to", Text(10, p[^1]))), 1)),
            ("recipients", SomeOf(declares ? PolicyNames.Recipients : [], _ => Object(("for", List(10, p, needsOne: true)), ("categories", List(10, c, needsOne: true))))),
            ("enforcement", declares ? Object(("categories", SomeOf(c, _ => Text(10, "redact", "audit")))) : Gen.Constant<JsonNode?>(null)),
            ("fields", SomeOf(["N.A.P", "N.A.*", "N.**"], _ => Label(p, c, open: false), most: 3)),
            ("attributes", SomeOf(["Lib.A", "Lib.B", "Lib.*"], _ => Label(p, c, open: false), most: 3)),
            ("code", SomeOf(["N.A", "N.A.Run", "N.A.*", "N.B", "N.B.Run", "N.**"], _ => Object(("purposes", List(10, p, needsOne: true)), ("only", Flag(5))), most: 3)))
        .Select(WithoutEmpty);

    private static Gen<JsonNode?> Purpose(bool open) =>
        from basis in Text(10, "consent", "contract", "legitimate-interests", "legal-obligation", "public-task", "vital-interests", "consent")
        let consent = basis!.GetValue<string>() == "consent"
        from purpose in Object(
            ("basis", Gen.Constant<JsonNode?>(basis)), ("title", Text(2, "T", "Größe \"😀\"\n\\")), ("assessment", Text(1, "LIA")), ("retention", Text(3, Durations)),
            ("consentFrom", Text(consent ? 3 : 0, "2026-10", "2026-11")), ("consentExpires", Text(consent ? 3 : 0, Durations)),
            ("directMarketing", Flag(2)), ("personalisation", Flag(3)), ("decision", Flag(3)), ("article9", Text(3, "Art. 9(2)(h)")), ("channels", List(2, ["email", "sms"], needsOne: true)),
            ("maxAge", Text(3, Durations)), ("quietHours", Text(5, "21:00/08:00", "20:00/09:00", "22:00/07:00", "00:00/06:00")), ("frequency", Text(4, "1/P1D", "3/P7D", "1/P7D", "3/P14D", "10/P1M")),
            ("open", Flag(open ? 1 : 0)))
        select purpose;

    private static Gen<JsonNode?> Category(string[] p, string[] c, bool open) => Object(
        ("title", Text(2, "T")), ("collectedFor", List(5, p)), ("only", List(3, p)), ("sameAs", List(1, ["dpv-pd:EmailAddress"], needsOne: true)), ("redacted", Text(2, "•••", "")),
        ("lookup", Flag(2)), ("special", Flag(2)), ("protected", Flag(2)), ("inConfidence", Flag(2)), ("sensitive", Flag(2)), ("proxyFor", List(1, c, needsOne: true)), ("derivedFrom", List(3, c, needsOne: true)),
        ("open", Flag(open ? 1 : 0)));

    private static Gen<JsonNode?> Rule(string[] p, string[] c, bool open) => Object(
        ("id", Text(6, "i", "j")), ("deny", Object(("categories", List(10, c, needsOne: true)), ("purposes", List(10, p, needsOne: true)))), ("because", Text(2, "P11")), ("evenWithConsent", Flag(4)),
        ("open", Flag(open ? 1 : 0)));

    private static Gen<JsonNode?> Recipient(string[] p, string[] c, bool open) => Object(
        ("title", Text(2, "T")), ("role", Text(5, "processor", "controller", "joint")), ("for", List(7, p, needsOne: true)), ("categories", List(7, c, needsOne: true)),
        ("country", Text(7, "DE", "NO", "GB", "US")), ("safeguard", Text(5, "DPF")), ("open", Flag(open ? 1 : 0)));

    private static Gen<JsonNode?> Label(string[] p, string[] c, bool open) => Object(("category", Text(7, c)), ("collectedFor", List(6, p)), ("open", Flag(open ? 1 : 0)));

    // An empty section says nothing, so reading cannot give it back.
    private static JsonObject WithoutEmpty(JsonNode? root) =>
        new(root!.AsObject().Where(s => s.Key is "purposes" or "categories" or "transfers" || s.Value is not JsonObject { Count: 0 }).Select(s => new KeyValuePair<string, JsonNode?>(s.Key, s.Value?.DeepClone())));
}
