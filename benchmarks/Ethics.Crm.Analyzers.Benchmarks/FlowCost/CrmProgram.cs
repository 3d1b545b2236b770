using System.Text.RegularExpressions;

namespace Ethics.Crm.Analyzers.Benchmarks.FlowCost;

/// <summary>
/// The sources of a CRM in modules A to Z, two kinds of entity in each at 50,000 lines. Of each kind there is what such a program has: the entity, its DTOs and their mapping, a
/// repository and a service behind interfaces, asynchronous handlers of commands, billing, import and export, statistics, a pipeline, a schedule, and a campaign.
/// </summary>
internal static partial class CrmProgram
{
    public const int Modules = 26;

    private static readonly string[] Kinds = ["Contact", "Account", "Lead", "Ticket", "Order", "Visit", "Offer", "Agreement", "Errand", "Member"];

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

    /// <param name="lines">At least so many; the last kind of entity is written whole.</param>
    /// <param name="isLabelled">Whether the purpose attributes are there. The program is the same otherwise.</param>
    public static IEnumerable<(string Name, string Text)> Files(int lines, bool isLabelled)
    {
        var kernel = Fill(Template("Kernel"), "", "Kernel", "", isLabelled);
        yield return ("Kernel.cs", kernel);
        var written = Lines(kernel);
        for (var number = 0; written < lines; number++)
        {
            var module = ((char)('A' + (number % Modules))).ToString();
            var kind = Kinds[number / Modules % Kinds.Length] + (number / Modules / Kinds.Length is > 0 and var again ? again.ToString() : "");

            // The first kind of each module is misused in its campaign, at the end of a way through five methods.
            var key = number < Modules ? "Email" : "Currency";
            foreach (var part in Parts)
            {
                var text = Fill(Template(part), module, kind, key, isLabelled);
                written += Lines(text);
                yield return ($"Module{module}.{kind}.{part}.cs", text);
            }
        }
    }

    /// <summary>How many values come to code that must not have them.</summary>
    public static int Misuses(int lines) => Math.Min(Modules, (Files(lines, true).Count() - 1) / Parts.Length);

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
