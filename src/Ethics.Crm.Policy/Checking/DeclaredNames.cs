using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Shapes;

namespace Ethics.Crm.Policy.Checking;

/// <summary>What the merged policy declares (malformed names aside, which nobody should be led to), and of what it is not certain because a file is missing or ends in a syntax error.</summary>
internal sealed class DeclaredNames(PolicyNode merged, IReadOnlyList<PolicyNode> truncated, bool fileMissing)
{
    private readonly Dictionary<Target, HashSet<string>> _names = new()
    {
        [Target.Purpose] = Keys(merged, "purposes"),
        [Target.Category] = Keys(merged, "categories"),
        [Target.Recipient] = Keys(merged, "recipients"),
        [Target.Rule] = new(merged.Find("rules").Objects().Select(r => r.Text("id")).OfType<string>(), StringComparer.Ordinal),
    };

    public IReadOnlyCollection<string> Of(Target target) => _names[target];

    public bool IsCertain(Target target) => !fileMissing && truncated.All(root => root.Find(Section(target)) is { Incomplete: false });

    public bool Has(TextForm form, string name) =>
        _names[form.Target].Contains(name) || form.BranchIsEnough && _names[form.Target].Any(declared => Dotted.Covers(name, declared));

    public static string Word(Target target) => target.ToString().ToLowerInvariant();

    private static string Section(Target target) => target switch
    {
        Target.Purpose => "purposes",
        Target.Category => "categories",
        Target.Recipient => "recipients",
        _ => "rules",
    };

    private static HashSet<string> Keys(PolicyNode root, string section) => new(root.Find(section).Entries().Select(e => e.Key!).Where(Dotted.IsName), StringComparer.Ordinal);
}
