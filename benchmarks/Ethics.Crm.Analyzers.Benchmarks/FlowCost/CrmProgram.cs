using System.Globalization;
using System.Text.RegularExpressions;

namespace Ethics.Crm.Analyzers.Benchmarks.FlowCost;

/// <summary>
/// The sources of a CRM in modules. Each has a kind of entity about people, with what such a program has of it: the entity, its DTOs and their mapping, a repository and a service behind
/// interfaces, asynchronous handlers of commands, billing, import and export, statistics, a pipeline, a schedule, and a campaign; and, unless it is the <see cref="Mix.Dense"/> one, kinds about
/// nobody, such as products, with their service, pages and tasks: so many that the whole is as dense as real programs are (see the density command).
/// </summary>
internal static partial class CrmProgram
{
    private const int Letters = 26;

    private static readonly string[] Kinds = ["Contact", "Account", "Lead", "Ticket", "Order", "Visit", "Offer", "Agreement", "Errand", "Member"];

    private static readonly string[] ItemKinds = ["Product", "Bundle", "Parcel", "Voucher", "Article", "Device", "Tariff"];

    private static readonly string[] ItemParts = ["Item", "ItemService", "ItemPages", "ItemTasks"];

    private static readonly string[] Parts = ["Entity", "Mapping", "Repository", "Service", "Handlers", "Billing", "Import", "Statistics", "Pipeline", "Schedule", "Campaign"];

    /// <summary>Says which labels are permitted where. Marketing is not among them.</summary>
    public const string Policy = """
        {
          "version": 1,
          "categories": {
            "contact.name": { "title": "Name", "collectedFor": ["support", "billing"] },
            "contact.email": { "title": "E-mail address", "collectedFor": ["support", "billing"] },
            "contact.phone": { "title": "Telephone number", "collectedFor": ["support"] },
            "contact.address": { "title": "Address", "collectedFor": ["support", "billing"] }
          },
          "purposes": {
            "support": { "title": "Answer your questions", "basis": "contract" },
            "billing": { "title": "Send you bills", "basis": "contract" },
            "marketing": { "title": "Send you offers", "basis": "consent" }
          }
        }
        """;

    /// <param name="lines">At least so many; the last module is written whole.</param>
    /// <param name="isLabelled">Whether the purpose attributes are there. The program is the same otherwise.</param>
    public static IEnumerable<(string Name, string Text)> Files(int lines, bool isLabelled, Mix mix)
    {
        var written = 0;
        foreach (var name in mix == Mix.Dense ? ["Kernel"] : new[] { "Kernel", "Platform" })
        {
            var text = Fill(Template(name), "", name, "", isLabelled);
            written += Lines(text);
            yield return (name + ".cs", text);
        }

        for (var number = 0; written < lines; number++)
        {
            foreach (var (part, kind) in PartsOf(number, mix))
            {
                var module = ModuleOf(number, mix);
                var text = Fill(Template(part), module, kind, KeyOf(number), isLabelled);
                written += Lines(text);
                yield return ($"Module{module}.{kind}.{part}.cs", text);
            }
        }
    }

    /// <summary>How many values come to code that must not have them.</summary>
    public static int Misuses(int lines, Mix mix) => Math.Min(Letters, Files(lines, true, mix).Count(static file => file.Name.EndsWith(".Campaign.cs", StringComparison.Ordinal)));

    // The dense program begins again with A, with another kind of people in the same module.
    private static string ModuleOf(int number, Mix mix)
        => (char)('A' + (number % Letters)) + (mix == Mix.Dense || number < Letters ? "" : (number / Letters).ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<(string Part, string Kind)> PartsOf(int number, Mix mix)
    {
        var kind = Kinds[number / Letters % Kinds.Length] + (number / Letters / Kinds.Length is > 0 and var again ? again.ToString(CultureInfo.InvariantCulture) : "");
        foreach (var part in Parts)
            yield return (part, kind);
        foreach (var item in mix == Mix.Dense ? [] : ItemKinds)
        {
            foreach (var part in ItemParts)
                yield return (part, item);
        }
    }

    // The first kind of each letter is misused in its campaign, at the end of a way through five methods.
    private static string KeyOf(int number) => number < Letters ? "Email" : "Currency";

    public static int Lines(string text) => text.Count(static sign => sign == '\n');

    private static string Fill(string template, string module, string kind, string key, bool isLabelled)
        => Mark().Replace(template, match => isLabelled ? Attribute(match.Groups["mark"].Value, match.Groups["names"].Value) : "\n")
            .Replace("$M", module).Replace("$E", kind).Replace("$e", char.ToLowerInvariant(kind[0]) + kind[1..]).Replace("$K", key);

    private static string Attribute(string mark, string names) => mark switch
    {
        "using" => "\nusing Ethics.Crm;\n",
        "id" => "\n    [DataSubjectId]\n",
        "category" => $"\n    [DataCategory(\"{names}\")]\n",
        "collected" => $"\n    [CollectedFor(\"{names}\")]\n",
        "for" => $"\n[ForPurpose(\"{names}\")]\n",
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "A template has a mark that is not known."),
    };

    private static string Template(string name)
    {
        using var stream = typeof(CrmProgram).Assembly.GetManifestResourceStream($"Template.{name}.txt") ?? throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such template.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\n[ ]*\[@(?<mark>\w+)(?: (?<names>[\w.]+))?\]\n")]
    private static partial Regex Mark();
}
