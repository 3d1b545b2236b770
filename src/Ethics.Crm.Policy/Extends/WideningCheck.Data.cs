using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Policy.Extends;

internal sealed partial class WideningCheck
{
    private void CheckCategory(PolicyNode node)
    {
        CheckDefaults(node);
        if (!below.Document.Categories.TryGetValue(node.Key!, out var old))
        {
            return;
        }

        // What an open category says holds for closed ones beneath it too, and for those that are derived from it, and is not its own to take back.
        if (below.Table.CategoriesCoveredBy(node.Key!).All(c => below.Document.Categories[c].Open))
        {
            if (old.DerivedFrom.Count > 0 && node.Find("derivedFrom") is not null && IsOriginOfClosed(node.Key!))
            {
                MustNotShrink(node, "derivedFrom", old.DerivedFrom);
            }

            return;
        }

        var before = below.Table.FindCategory(node.Key!)!;
        MustNotGrow(node, "only", old.Only);
        MustNotDrop(node, "special", before.Special);
        MustNotDrop(node, "protected", before.Protected);
        MustNotDrop(node, "inConfidence", before.InConfidence);
        MustNotDrop(node, "sensitive", before.Sensitive);
        MustNotShrink(node, "proxyFor", old.ProxyFor);
        MustNotShrink(node, "derivedFrom", old.DerivedFrom);
        if (!before.Lookup && !old.Open && node.Find("lookup") is { Kind: NodeKind.True } lookup)
        {
            Widens(lookup, $"The base does not allow to look {Quoted.Name(node.Key!)} up");
        }
    }

    /// <summary>Whether a closed category of the base is derived from this one, however far: rules on its origins concern that one too.</summary>
    private bool IsOriginOfClosed(string origin)
    {
        var (deriving, known) = (new Queue<string>([origin]), new HashSet<string>(StringComparer.Ordinal));
        while (deriving.Count > 0)
        {
            var from = deriving.Dequeue();
            foreach (var category in below.Document.Categories.Where(c => c.Value.DerivedFrom.Any(o => Dotted.Covers(o, from) || Dotted.Covers(from, o))).SelectMany(c => below.Table.CategoriesCoveredBy(c.Key)).Where(known.Add))
            {
                if (!below.Document.Categories[category].Open)
                {
                    return true;
                }

                deriving.Enqueue(category);
            }
        }

        return false;
    }

    /// <summary>
    /// The default purposes of a category may change where it, or a category between it and its old source, says something new. All categories of the
    /// base that take their default from here are compared.
    /// </summary>
    private void CheckDefaults(PolicyNode node)
    {
        if (node.Find("collectedFor") is not { Kind: NodeKind.Array } list)
        {
            return;
        }

        if (below.Document.Categories.TryGetValue(node.Key!, out var own) && own.Open)
        {
            return;
        }

        foreach (var category in below.Table.CategoriesCoveredBy(node.Key!))
        {
            var source = Dotted.SelfAndAncestors(category).First(name => name == node.Key || merged.Document.Categories.TryGetValue(name, out var c) && c.CollectedFor is not null);
            if (source == node.Key && !below.Document.Categories[category].Open)
            {
                var before = below.Table.FindCategory(category)!.CollectedFor ?? [];
                MustNotGrow(node, list.Key!, before);
                MustNotReach(list, before);
            }
        }
    }

    /// <summary>A part of what the base lists may lie beneath a purpose that rests on consent, past which no entry of <c>compatible</c> takes the whole.</summary>
    private void MustNotReach(PolicyNode list, IReadOnlyList<string> before)
    {
        foreach (var item in list.Children)
        {
            if (item.Kind == NodeKind.String && Dotted.AnyCovers(before, item.Text) && Further([item.Text], before) is { } further)
            {
                Widens(item, $"What was collected for {Quoted.Name(item.Text)} may serve {Quoted.Name(further)} too, and what the base lists may not");
            }
        }
    }

    /// <summary>A purpose to which an entry of <c>compatible</c> takes data that was collected for these, and not for those; null when there is none. Another base may have entries of its own.</summary>
    private string? Further(IReadOnlyList<string> now, IReadOnlyList<string> before) =>
        merged.Document.Compatible.Count == 0 ? null : now.SelectMany(merged.Table.ReachedFrom).FirstOrDefault(purpose => !below.Table.IsCollectedFor(before, purpose) && !merged.Table.IsCollectedFor(before, purpose));

    private void CheckPurpose(PolicyNode node)
    {
        if (!below.Document.Purposes.TryGetValue(node.Key!, out var old))
        {
            CheckNewPurpose(node);
            return;
        }

        if (!merged.Document.Purposes.TryGetValue(node.Key!, out var now))
        {
            return;
        }

        if (old.Open)
        {
            CheckOpenPurpose(node, old, now);
            return;
        }

        CheckTerms(node, old, now, Quoted.Name(node.Key!));
        if (old.Article9 is null && node.Find("article9") is { } ground)
        {
            Widens(ground, $"The base names no Art. 9 ground for {Quoted.Name(node.Key!)}");
        }
    }

    /// <summary>What a purpose of the base asks for before data may serve it, and how long.</summary>
    private void CheckTerms(PolicyNode node, PurposeEntry old, PurposeEntry now, string of)
    {
        CheckBasis(node, old, now, of);
        MustNotDrop(node, "directMarketing", old.DirectMarketing);
        MustNotDrop(node, "personalisation", old.Personalisation);
        MustNotDrop(node, "decision", old.Decision);
        MustNotLast(node, "retention", old.Retention);
        MustNotLast(node, "maxAge", old.MaxAge);
        MustNotLast(node, "consentExpires", old.ConsentExpires);
        CheckChannels(node, old);

        if (old.ConsentFrom is not null && node.Find("consentFrom") is { Kind: NodeKind.String } consentFrom && string.CompareOrdinal(consentFrom.Text, old.ConsentFrom) < 0)
        {
            Widens(consentFrom, $"The base counts consent from notice {Quoted.Name(old.ConsentFrom)} on");
        }

        // What a purpose above keeps quiet, and how often it allows, holds beside what one beneath it says, which only has to add something.
        var isNew = !below.Document.Purposes.ContainsKey(node.Key!);
        if (old.QuietHours is not null && node.Find("quietHours") is { } quiet && QuietHours.TryParse(old.QuietHours, out var oldHours) && QuietHours.TryParse(now.QuietHours ?? "", out var hours)
            && !hours.Covers(oldHours) && (!isNew || oldHours.Covers(hours)))
        {
            Widens(quiet, $"The base keeps {old.QuietHours} quiet");
        }

        if (old.Frequency is not null && node.Find("frequency") is { } often && Frequency.TryParse(old.Frequency, out var oldLimit) && Frequency.TryParse(now.Frequency ?? "", out var limit)
            && !limit.Implies(oldLimit) && (!isNew || oldLimit.Implies(limit)))
        {
            Widens(often, $"The base allows {old.Frequency}");
        }
    }

    /// <summary>Words, whatever dots they have: a person is asked about each by itself.</summary>
    private void CheckChannels(PolicyNode node, PurposeEntry old)
    {
        foreach (var item in old.Channels.Count > 0 && node.Find("channels") is { Kind: NodeKind.Array } list ? list.Children : [])
        {
            if (item.Kind == NodeKind.String && !old.Channels.Contains(item.Text))
            {
                Widens(item, $"{Quoted.Name(item.Text)} is not among what the base lists in 'channels' ({Quoted.List(old.Channels.Select(Quoted.Plain))})");
            }
        }
    }

    private void CheckBasis(PolicyNode node, PurposeEntry old, PurposeEntry now, string of)
    {
        if (node.Find("basis") is { } basis && node.Word("basis", Shapes.Words.Bases) >= 0 && Strength(now.Basis) < Strength(old.Basis))
        {
            Widens(basis, $"The base rests {of} on {Shapes.Words.Bases[(int)old.Basis]}, a stronger basis");
        }
    }

    /// <summary>By what a person can do about it: nothing without their yes, until their no, or nothing. For what the law requires they need not even be told where data comes from.</summary>
    private static int Strength(LawfulBasis basis) => basis switch
    {
        LawfulBasis.Consent => 3,
        LawfulBasis.LegitimateInterests or LawfulBasis.PublicTask => 2,
        LawfulBasis.LegalObligation => 0,
        _ => 1,
    };

    private void MustNotLast(PolicyNode node, string key, string? old)
    {
        if (old is not null && node.Find(key) is { Kind: NodeKind.String } value
            && PolicyDuration.TryParse(old, out var before) && PolicyDuration.TryParse(value.Text, out var now) && now.MayBeLongerThan(before))
        {
            Widens(value, $"The base says {old} for '{key}'");
        }
    }

    private void CheckRecipient(PolicyNode node)
    {
        if (!below.Document.Recipients.TryGetValue(node.Key!, out var old))
        {
            if (!MayDeclare)
            {
                Widens(node, $"{Quoted.Name(node.Key!)} is a recipient that the base does not know", "a recipient of the base", atKey: true);
            }

            return;
        }

        if (old.Open)
        {
            return;
        }

        MustNotMove(node, old);
        MustNotGrow(node, "for", old.For);
        MustNotGrow(node, "categories", old.Categories);
        if (old.Role is RecipientRole.Controller or RecipientRole.Joint && node.Text("role") == Shapes.Words.Roles[(int)RecipientRole.Processor])
        {
            Widens(node.Find("role")!, $"The base calls {Quoted.Name(node.Key!)} a {(old.Role == RecipientRole.Joint ? "joint controller" : Shapes.Words.Roles[(int)old.Role])}, which the notice must name");
        }
    }

    /// <summary>Where data goes freely, nobody has said that a safeguard elsewhere is enough; and one for a country that is not free says nothing of another such country.</summary>
    private void MustNotMove(PolicyNode node, RecipientEntry old)
    {
        if (below.Document.FreeTransfers is not { } free || below.IsOpen("transfers") || old.Country is not { } country
            || node.Find("country") is not { Kind: NodeKind.String } moved || moved.Text == country || Countries.IsFree(moved.Text, free))
        {
            return;
        }

        const string Expected = "a country that 'transfers' of the base lists as free, or \"open\": true at the recipient of the base";
        var isFree = Countries.IsFree(country, free);
        if (isFree && old.Safeguard is null)
        {
            Widens(moved, $"The base has {Quoted.Name(node.Key!)} in {Quoted.Plain(country)}, to which data may go freely, and names no safeguard for elsewhere", Expected);
        }
        else if (!isFree)
        {
            Widens(moved, $"The base has {Quoted.Name(node.Key!)} in {Quoted.Plain(country)}, and says what protects data there, not in {Quoted.Plain(moved.Text)}", Expected);
        }
    }

    private void CheckTransfers()
    {
        if (below.Document.FreeTransfers is not { } old || below.IsOpen("transfers") || overlay.Root.Find("transfers")?.Find("free") is not { Kind: NodeKind.Array } list)
        {
            return;
        }

        foreach (var item in list.Children)
        {
            if (item.Kind == NodeKind.String && !Countries.IsFree(item.Text, old) && !Countries.Members(item.Text).All(country => Countries.IsFree(country, old)))
            {
                Widens(item, $"The base does not list {Quoted.Name(item.Text)} as free");
            }
        }
    }
}
