using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Shapes;

namespace Ethics.Crm.Policy.Binding;

internal static partial class DocumentBinder
{
    private static CategoryEntry Category(PolicyNode node) => new()
    {
        Title = node.Text("title"),
        CollectedFor = node.Texts("collectedFor"),
        Only = node.Texts("only"),
        SameAs = node.Texts("sameAs") ?? [],
        Redacted = node.Text("redacted"),
        Lookup = node.Flag("lookup"),
        Special = node.Flag("special"),
        Protected = node.Flag("protected"),
        InConfidence = node.Flag("inConfidence"),
        Sensitive = node.Flag("sensitive"),
        ProxyFor = node.Texts("proxyFor") ?? [],
        DerivedFrom = node.Texts("derivedFrom") ?? [],
        Open = IsOpen(node),
    };

    private static PurposeEntry Purpose(PolicyNode node) => new()
    {
        Title = node.Text("title"),
        Basis = (LawfulBasis)Math.Max(0, node.Word("basis", Words.Bases)),
        Assessment = node.Text("assessment"),
        Retention = node.Text("retention"),
        ConsentFrom = node.Text("consentFrom"),
        ConsentExpires = node.Text("consentExpires"),
        DirectMarketing = node.Flag("directMarketing") ?? false,
        Personalisation = node.Flag("personalisation") ?? false,
        Decision = node.Flag("decision") ?? false,
        Article9 = node.Text("article9"),
        Channels = node.Texts("channels") ?? [],
        MaxAge = node.Text("maxAge"),
        QuietHours = node.Text("quietHours"),
        Frequency = node.Text("frequency"),
        Open = IsOpen(node),
    };

    private static RecipientEntry Recipient(PolicyNode node) => new()
    {
        Title = node.Text("title"),
        Role = node.Word("role", Words.Roles) is >= 0 and var role ? (RecipientRole)role : null,
        For = node.Texts("for") ?? [],
        Categories = node.Texts("categories") ?? [],
        Country = node.Text("country"),
        Safeguard = node.Text("safeguard"),
        Open = IsOpen(node),
    };

    private static ErasureEntry Erasure(PolicyNode node) =>
        new(node.Texts("categories") ?? [], (ErasureAction)Math.Max(0, node.Word("action", Words.Actions)), node.Text("until"), node.Text("law"));

    private static FieldEntry? Label(PolicyNode node) => node.Kind == NodeKind.Object ? new(node.Text("category"), node.Texts("collectedFor")) : null;

    private static CodeEntry? Code(PolicyNode node) => node.Kind switch
    {
        NodeKind.Array => new(node.Texts(), false),
        NodeKind.Object => new(node.Texts("purposes") ?? [], node.Flag("only") ?? false),
        _ => null,
    };

    private static RuleEntry Rule(PolicyNode node)
    {
        var deny = node.Find("deny");
        return new(node.Text("id"), deny?.Texts("categories") ?? [], deny?.Texts("purposes") ?? [], node.Text("because"), node.Flag("evenWithConsent") ?? false);
    }

    private static EnforcementEntry Enforcement(PolicyNode node) => new()
    {
        Default = (EnforcementMode)Math.Max(0, node.Word("default", Words.Modes)),
        Purposes = Modes(node, "purposes"),
        Categories = Modes(node, "categories"),
        Rules = Modes(node, "rules"),
    };

    private static IReadOnlyDictionary<string, EnforcementMode> Modes(PolicyNode node, string key)
    {
        var modes = new Dictionary<string, EnforcementMode>(StringComparer.Ordinal);
        foreach (var entry in node.Find(key).Entries())
        {
            if (entry.Kind == NodeKind.String && Array.IndexOf(Words.Modes, entry.Text) is >= 0 and var mode)
            {
                modes.Add(entry.Key!, (EnforcementMode)mode);
            }
        }

        return modes;
    }

    private static bool IsOpen(PolicyNode node) => node.Flag("open") ?? false;
}
