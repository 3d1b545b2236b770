using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Shapes;

namespace Ethics.Crm.Policy.Checking;

/// <summary>What the merged policy declares (malformed names aside, which nobody should be led to), and of what it is not certain because a file is missing or ends in a syntax error.</summary>
internal sealed class DeclaredNames(PolicyNode merged, IReadOnlyList<PolicyNode> truncated, bool fileMissing)
{
    private readonly Dictionary<Target, DottedSet> _names = new()
    {
        [Target.Purpose] = Keys(merged, "purposes"),
        [Target.Category] = Keys(merged, "categories"),
        [Target.Recipient] = Keys(merged, "recipients"),
        [Target.Rule] = new(merged.Find("rules").Objects().Select(r => r.Text("id")).OfType<string>()),
    };

    private readonly Suggestions _suggestions = new();

    /// <summary>In ordinal order.</summary>
    public IReadOnlyList<string> Of(Target target) => _names[target].Names;

    public string? Nearest(Target target, string name) => _suggestions.For(name, Of(target));

    /// <summary>What else is declared by that name, for whoever took one kind of name for another; null when nothing is.</summary>
    public string? DeclaredAs(Target target, string name)
    {
        foreach (var other in _names)
        {
            if (other.Key != target && other.Value.Contains(name))
            {
                return Word(other.Key);
            }
        }

        return null;
    }

    public bool IsCertain(Target target) => !fileMissing && truncated.All(root => root.Find(Section(target)) is { Incomplete: false });

    public bool Has(TextForm form, string name) => form.BranchIsEnough ? _names[form.Target].HasBranch(name) : _names[form.Target].Contains(name);

    public static string Word(Target target) => target.ToString().ToLowerInvariant();

    private static string Section(Target target) => target switch
    {
        Target.Purpose => "purposes",
        Target.Category => "categories",
        Target.Recipient => "recipients",
        _ => "rules",
    };

    private static DottedSet Keys(PolicyNode root, string section) => new(root.Find(section).Entries().Select(e => e.Key!).Where(Dotted.IsName));
}
