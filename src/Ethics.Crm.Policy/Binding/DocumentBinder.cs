using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Shapes;

namespace Ethics.Crm.Policy.Binding;

/// <summary>Turns the (merged) tree into the document. Never fails: from a wrong file comes what is right in it.</summary>
internal static partial class DocumentBinder
{
    public static PolicyDocument Bind(PolicyNode root) => new()
    {
        Version = 1,
        Controller = Section(root, "controller") is { } c ? new(c.Text("name"), c.Text("contact")) : null,
        Categories = Map(root, "categories", Category),
        Purposes = Map(root, "purposes", Purpose),
        Compatible = List(root, "compatible", static n => n.Text("from") is { } from && n.Text("to") is { } to ? new CompatibleEntry(from, to, n.Text("because"), n.Text("informed")) : null),
        Sources = Map(root, "sources", static n => new SourceEntry(n.Text("title"), n.Flag("direct"))),
        Recipients = Map(root, "recipients", Recipient),
        FreeTransfers = Section(root, "transfers") is { } transfers ? transfers.Texts("free") ?? [] : null,
        Erasure = List(root, "erasure", Erasure),
        Entities = root.Texts("entities") ?? [],
        Fields = NullableMap(root, "fields", Label),
        Attributes = NullableMap(root, "attributes", Label),
        Code = NullableMap(root, "code", Code),
        Sinks = List(root, "sinks", static n => n.Text("method") is { } method ? new SinkEntry(method, n.Text("disclosesTo"), n.Flag("log") ?? false) : null),
        Anonymizers = List(root, "anonymizers", static n => n.Text("method") is { } method ? new AnonymizerEntry(method, n.Text("because")) : null),
        DeclassifyByPolicyOnly = root.Text("declassify") == Words.Policy[0],
        Rules = List(root, "rules", Rule),
        Enforcement = Section(root, "enforcement") is { } enforcement ? Enforcement(enforcement) : new(),
        Notice = Section(root, "notice") is { } notice ? new(notice.Text("version"), notice.Text("language")) : null,
    };

    private static PolicyNode? Section(PolicyNode root, string key) => root.Find(key) is { Kind: NodeKind.Object } section ? section : null;

    private static IReadOnlyDictionary<string, T> Map<T>(PolicyNode root, string key, Func<PolicyNode, T> bind)
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in root.Find(key).Entries())
        {
            map.Add(entry.Key!, bind(entry));
        }

        return map;
    }

    private static IReadOnlyDictionary<string, T?> NullableMap<T>(PolicyNode root, string key, Func<PolicyNode, T?> bind)
        where T : class => Map(root, key, node => node.Kind == NodeKind.Null ? null : bind(node));

    private static IReadOnlyList<T> List<T>(PolicyNode root, string key, Func<PolicyNode, T?> bind)
        where T : class
    {
        var list = new List<T>();
        foreach (var node in root.Find(key).Objects())
        {
            if (bind(node) is { } entry)
            {
                list.Add(entry);
            }
        }

        return list;
    }
}
