using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Reading;

namespace Ethics.Crm.Policy.Extends;

/// <summary>
/// Holds an overlay against what lies below it: it may narrow. What it says of an entry below must permit no more than that entry does, unless the
/// entry is marked <c>open</c>. The law behind it, tested as such: no label is permitted more by both files together than by the base alone.
/// </summary>
internal sealed partial class WideningCheck(ErrorSink errors, PolicyLayer below, PolicyLayer merged, PolicyFile overlay, CancellationToken cancellationToken)
{
    private const string OpenHint = "what the base says, less, or \"open\": true at the entry of the base";

    // Two bases of one overlay, neither of which extends the other, may each declare what the other does not; only what both name is compared.
    private bool MayDeclare => !overlay.IsOverlay;

    public void Run()
    {
        foreach (var category in Entries("categories"))
        {
            CheckCategory(category);
        }

        foreach (var purpose in Entries("purposes"))
        {
            CheckPurpose(purpose);
        }

        foreach (var source in Entries("sources"))
        {
            if (below.Document.Sources.TryGetValue(source.Key!, out var old) && !below.IsOpen("sources", source.Key) && old.Direct != true && source.Flag("direct") == true)
            {
                Widens(source.Find("direct")!, $"The base does not say that the person gives what comes from {Quoted.Name(source.Key!)}");
            }
        }

        foreach (var recipient in Entries("recipients"))
        {
            CheckRecipient(recipient);
        }

        CheckTransfers();
        CheckCompatible();
        CheckErasure();
        CheckRules();
        CheckEnforcement();
        RunPatterns();
        CheckAnonymizers();
        CheckOpen();
    }

    /// <summary>Where entries win over others by what they name, whichever file stands above.</summary>
    public void RunPatterns()
    {
        CheckLabels("fields", Patterns.PatternUse.Member, below.Document.Fields, merged.Document.Fields);
        CheckLabels("attributes", Patterns.PatternUse.Type, below.Document.Attributes, merged.Document.Attributes);
        CheckCode();
        CheckSinks();
    }

    /// <summary>Purposes beneath those of a base that stands beside.</summary>
    public void RunNewPurposes()
    {
        foreach (var purpose in Entries("purposes").Where(node => !below.Document.Purposes.ContainsKey(node.Key!)))
        {
            CheckNewPurpose(purpose);
        }
    }

    private IEnumerable<PolicyNode> Entries(string section) => overlay.Root.Find(section).Entries();

    private void Widens(PolicyNode node, string message, string expected = OpenHint, bool atKey = false)
    {
        if (atKey)
        {
            errors.AtKey(PolicyErrorKind.Contradiction, node, message + "; an overlay can only narrow", expected);
        }
        else
        {
            errors.AtValue(PolicyErrorKind.Contradiction, node, message + "; an overlay can only narrow", expected);
        }
    }

    /// <summary>Every item of the overlay's list must lie within the base's.</summary>
    private void MustNotGrow(PolicyNode entry, string key, IReadOnlyList<string>? old)
    {
        if (entry.Find(key) is { Kind: NodeKind.Array } list && old is not null)
        {
            foreach (var item in list.Children)
            {
                if (item.Kind == NodeKind.String && !Dotted.AnyCovers(old, item.Text))
                {
                    Widens(item, $"{Quoted.Name(item.Text)} is not among what the base lists in '{key}' ({(old.Count == 0 ? "nothing" : Quoted.List(old.Select(Quoted.Plain)))})");
                }
            }
        }
    }

    /// <summary>Every item of the base's list must lie within the overlay's.</summary>
    private void MustNotShrink(PolicyNode? entry, string key, IReadOnlyList<string> old)
    {
        if (entry?.Find(key) is not { Kind: NodeKind.Array } list)
        {
            return;
        }

        var now = list.Texts();
        foreach (var item in old)
        {
            if (!Dotted.AnyCovers(now, item))
            {
                Widens(list, $"The base lists {Quoted.Name(item)} in '{key}', which is dropped here");
            }
        }
    }

    private void MustNotDrop(PolicyNode entry, string flag, bool old)
    {
        if (old && entry.Find(flag) is { Kind: NodeKind.False } value)
        {
            Widens(value, $"The base sets '{flag}'");
        }
    }
}
