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

            var items = list.Children.Where(i => i.Kind == NodeKind.String && table.HasPurposeOrBranch(i.Text)).ToList();
            var permits = false;
            (PolicyNode Item, string Why, string Expected)? first = null;
            foreach (var item in items)
            {
                var reached = table.ReachedFrom(item.Text).Where(p => IsBelowCeilings(effective, p)).ToList();
                if (reached.Count == 0)
                {
                    Report(errors, item, category, "lies outside what 'only' permits for", "a purpose that 'only' lists");
                }

                permits |= reached.Exists(p => Obstacle(table, effective, p) is null);
                if (first is null && reached.ConvertAll(p => Obstacle(table, effective, p)).Find(o => o is not null) is var (why, expected))
                {
                    first = (item, why, expected);
                }
            }

            // One purpose of several that a flag rules out is harmless; a default of nothing else cannot be meant.
            if (!permits && first is var (marked, reason, better))
            {
                Report(errors, marked, category, reason, better);
            }
        }
    }

    private static void Report(ErrorSink errors, PolicyNode item, PolicyNode category, string why, string expected)
    {
        if (!errors.IsMarked(item))
        {
            errors.AtValue(PolicyErrorKind.Contradiction, item, $"{Quoted.Name(item.Text)} {why} {Quoted.Name(category.Key!)}, so it can never have an effect", expected);
        }
    }

    private static (string Why, string Expected)? Obstacle(PolicyTable table, EffectiveCategory category, string purpose) =>
        category.Special && !table.HasSpecialGround(purpose) ? ("neither rests on consent nor names its article9 ground, as it must for the special category", "a purpose with \"basis\": \"consent\" or \"article9\"")
            : category.Protected && table.Document.Purposes[purpose].Decision ? ("decides about people, which it may not by the protected category", "a purpose without 'decision'")
            : category.InConfidence && table.Document.Purposes[purpose].Personalisation ? ("personalises, which it may not with what is told in confidence, the category", "a purpose without 'personalisation'")
            : null;

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
