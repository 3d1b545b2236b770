namespace Ethics.Crm.Policy.Shapes;

/// <summary>The policy file as a table of keys: the one place that says what may stand where.</summary>
internal static partial class PolicyShapes
{
    private static readonly FlagShape Flag = new();
    private static readonly TextShape Free = new(Forms.Free);
    private static readonly TextShape Sentence = new(Forms.Sentence);
    private static readonly TextShape Duration = new(Forms.Duration);
    private static readonly ListShape Purposes = new(new TextShape(Forms.PurposeOrBranch));
    private static readonly ListShape Categories = new(new TextShape(Forms.CategoryOrBranch));
    private static readonly WordShape Mode = new(Words.Modes);

    private static readonly Key Open = new("open", Flag, "An overlay that extends this file may widen this entry.");

    public static readonly ObjectShape Root = new(
        "policy",
        new("version", new VersionShape(), "Version of the file format: 1.", Required: true),
        new("extends", new ListShape(new TextShape(Forms.File)), "Policy files that this one narrows, relative to it. Each must be in the build as an EthicsPolicyBase item."),
        new("controller", Controller, "Who answers for the data."),
        new("categories", new MapShape(Forms.NewCategory, Category), "Kinds of personal data, by dotted name. What is declared for 'contact' holds for 'contact.email'.", Required: true),
        new("purposes", new MapShape(Forms.NewPurpose, Purpose), "What data is used for, by dotted name. What is collected for 'marketing' may serve 'marketing.email', never the reverse.", Required: true),
        new("compatible", new ListShape(Compatible), "Further purposes for data that was collected for another one. They do not chain and never start from consent."),
        new("sources", new MapShape(Forms.NewSource, Source), "Where data comes from."),
        new("recipients", new MapShape(Forms.NewRecipient, Recipient), "Who receives data."),
        new("transfers", Transfers, "Where data may go without safeguard."),
        new("erasure", new ListShape(Erasure), "What happens to data whose last purpose has ended."),
        new("entities", new ListShape(new TextShape(Forms.Type)), "Types that are stored, as patterns."),
        new("fields", new MapShape(Forms.Member, Label, nullable: true), "Labels for members whose code nobody touches, by member pattern. null takes members out again."),
        new("attributes", new MapShape(Forms.Type, Label, nullable: true), "Labels that attributes of others stand for, by full name of the attribute class."),
        new("code", new MapShape(Forms.Code, new EitherShape(Purposes, Code), nullable: true), "Which code works for which purposes, by pattern."),
        new("sinks", new ListShape(Sink), "Methods that hand data on or log it."),
        new("anonymizers", new ListShape(Anonymizer), "Methods whose result is no longer personal data."),
        new("declassify", new WordShape(Words.Policy), "'policy': [Anonymizes] counts only where 'anonymizers' lists it too."),
        new("rules", new ListShape(Rule), "What must never happen, whatever attributes say."),
        new("enforcement", Enforcement, "How refusals act at run time; the build is not concerned."),
        new("notice", Notice, "The privacy notice in force."));

    private static readonly Dictionary<string, List<string>> Holders = FindHolders();

    /// <summary>The entries that have a key of this name, for whoever wrote it in the wrong one; empty for keys that every kind of entry has, and for none.</summary>
    public static IReadOnlyList<string> HoldersOf(string key) => Holders.TryGetValue(key, out var holders) ? holders : [];

    private static Dictionary<string, List<string>> FindHolders()
    {
        var holders = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (name, shape) in Objects(Root))
        {
            if (!holders.TryGetValue(name, out var list))
            {
                holders.Add(name, list = []);
            }

            if (!list.Contains(shape.What))
            {
                list.Add(shape.What);
            }
        }

        return holders.Where(h => h.Value.Count <= 3).ToDictionary(h => h.Key, h => h.Value, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Key, ObjectShape Shape)> Objects(Shape shape) => shape switch
    {
        ObjectShape known => known.Keys.Select(k => (k.Name, known)).Concat(known.Keys.SelectMany(k => Objects(k.Shape))),
        MapShape map => Objects(map.Values),
        ListShape list => Objects(list.Items),
        EitherShape either => Objects(either.Object),
        _ => [],
    };
}
