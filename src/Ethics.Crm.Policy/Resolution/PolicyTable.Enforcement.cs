using Ethics.Crm.Policy.Naming;

namespace Ethics.Crm.Policy;

public sealed partial class PolicyTable
{
    /// <summary>
    /// How a refusal acts at run time: of the purposes, categories and rules that <c>enforcement</c> names and that match, the strictest counts; <c>default</c> only
    /// where none matches. Asked for each purpose of the scope by itself, so one purpose in audit does not soften another.
    /// </summary>
    /// <param name="category">The category of the member; null when it has none.</param>
    /// <param name="purposes">The purposes of the scope; empty without scope.</param>
    /// <param name="rules">Names of the rules that refuse, as verdicts give them.</param>
    /// <returns>The strictest mode over all purposes.</returns>
    public EnforcementMode ModeFor(string? category, IReadOnlyList<string> purposes, IReadOnlyList<string> rules)
    {
        var common = Strictest(Document.Enforcement.Categories, category);
        foreach (var rule in rules)
        {
            common = Stricter(common, Document.Enforcement.Rules.TryGetValue(rule, out var mode) ? mode : null);
        }

        if (purposes.Count == 0)
        {
            return common ?? Document.Enforcement.Default;
        }

        EnforcementMode? strictest = null;
        foreach (var purpose in purposes)
        {
            strictest = Stricter(strictest, Stricter(common, Strictest(Document.Enforcement.Purposes, purpose)) ?? Document.Enforcement.Default);
        }

        return strictest!.Value;
    }

    /// <summary>What <c>enforcement</c> says of the category alone; null when nothing.</summary>
    internal EnforcementMode? ModeOfCategory(string? category) => Strictest(Document.Enforcement.Categories, category);

    /// <summary>What <c>enforcement</c> says of the purpose alone; null when nothing.</summary>
    internal EnforcementMode? ModeOfPurpose(string? purpose) => Strictest(Document.Enforcement.Purposes, purpose);

    private static EnforcementMode? Strictest(IReadOnlyDictionary<string, EnforcementMode> modes, string? name)
    {
        EnforcementMode? strictest = null;
        if (name is not null && modes.Count > 0)
        {
            foreach (var part in Dotted.SelfAndAncestors(name))
            {
                strictest = Stricter(strictest, modes.TryGetValue(part, out var mode) ? mode : null);
            }
        }

        return strictest;
    }

    // The enumeration runs from strict to lenient.
    private static EnforcementMode? Stricter(EnforcementMode? a, EnforcementMode? b) => a is null ? b : b is null || a < b ? a : b;
}
