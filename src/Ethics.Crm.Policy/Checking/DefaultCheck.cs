using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Reading;

namespace Ethics.Crm.Policy.Checking;

/// <summary>
/// A default that can never permit anything: the two keys cannot both be meant. Judged for each file together with those below it, because an overlay may well
/// take away what its base permitted, and not by naming a purpose that the base has ruled out.
/// </summary>
internal static class DefaultCheck
{
    public static void Run(ErrorSink errors, PolicyNode file, PolicyTable table)
    {
        foreach (var category in file.Find("categories").Entries())
        {
            if (category.Find("collectedFor") is not { Kind: NodeKind.Array, Children.Count: > 0 } list || table.FindCategory(category.Key!) is not { } effective)
            {
                continue;
            }

            foreach (var item in list.Children)
            {
                if (item.Kind == NodeKind.String && !errors.IsMarked(item) && Obstacle(table, effective, item.Text) is var (why, expected))
                {
                    errors.AtValue(
                        PolicyErrorKind.Contradiction, item, $"{Quoted.Name(item.Text)} {why.Replace("{0}", Quoted.Name(category.Key!))}, so it can never have an effect", expected);
                }
            }
        }
    }

    private static (string Why, string Expected)? Obstacle(PolicyTable table, EffectiveCategory category, string item)
    {
        if (category is { Ceilings.Count: 0, Special: false, Protected: false, InConfidence: false } || !table.HasPurposeOrBranch(item))
        {
            return null;
        }

        var reached = table.ReachedFrom(item).ToList();
        return !reached.Exists(p => IsBelowCeilings(category, p)) ? ("lies outside what 'only' permits for {0}", "a purpose that 'only' lists")
            : category.Special && !reached.Exists(table.HasSpecialGround) ? ("neither rests on consent nor names its article9 ground, and {0} is a special category", "a purpose with \"basis\": \"consent\" or \"article9\"")
            : category.Protected && reached.TrueForAll(p => table.Document.Purposes[p].Decision) ? ("decides about people, and {0} is protected", "a purpose without 'decision'")
            : category.InConfidence && reached.TrueForAll(p => table.Document.Purposes[p].Personalisation) ? ("personalises, and {0} is told in confidence", "a purpose without 'personalisation'")
            : null;
    }

    private static bool IsBelowCeilings(EffectiveCategory category, string purpose)
    {
        foreach (var only in category.Ceilings)
        {
            if (!Dotted.AnyCovers(only, purpose))
            {
                return false;
            }
        }

        return true;
    }
}
