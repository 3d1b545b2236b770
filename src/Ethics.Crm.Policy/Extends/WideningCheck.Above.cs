using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Policy.Extends;

internal sealed partial class WideningCheck
{
    /// <summary>What an open purpose says holds for those beneath it too, and for what passes by it. Where these are closed, it is not its own to take back.</summary>
    private void CheckOpenPurpose(PolicyNode node, PurposeEntry old, PurposeEntry now)
    {
        if (old.Basis == LawfulBasis.Consent && now.Basis != LawfulBasis.Consent && node.Find("basis") is { } basis && PassedBy(node.Key!) is { } further)
        {
            Widens(basis, $"What is collected above {Quoted.Name(node.Key!)} would serve {Quoted.Name(further)} too, past the consent that the base asks for here", "consent");
        }

        var closed = below.Document.Purposes.Where(p => p.Key != node.Key && !p.Value.Open && Dotted.Covers(node.Key!, p.Key)).Select(static p => p.Key).ToList();
        if (closed.Count == 0)
        {
            return;
        }

        Keep("maxAge", LastsLonger(now.MaxAge, old.MaxAge), own => own.MaxAge is { } age && !LastsLonger(age, old.MaxAge));
        Keep("consentExpires", LastsLonger(now.ConsentExpires, old.ConsentExpires), own => own.ConsentExpires is { } term && !LastsLonger(term, old.ConsentExpires));
        Keep("consentFrom", IsOlder(now.ConsentFrom, old.ConsentFrom), own => !IsOlder(own.ConsentFrom, old.ConsentFrom));
        Keep("channels", HasFurther(now.Channels, old.Channels), own => !HasFurther(own.Channels, old.Channels));
        Keep("quietHours", IsLouder(now.QuietHours, old.QuietHours), own => !IsLouder(own.QuietHours, old.QuietHours));
        // It counts the contacts for all that lies beneath, so that no part can say as much.
        Keep("frequency", AllowsMore(now.Frequency, old.Frequency), static _ => false);

        void Keep(string key, bool isLooser, Func<PurposeEntry, bool> saysAsMuch)
        {
            if (isLooser && node.Find(key) is { } value && closed.Find(name => !Between(name).Any(saysAsMuch)) is { } held)
            {
                Widens(value, $"What the base says for '{key}' holds for {Quoted.Name(held)} too, which it leaves closed", "what the base says, less, or \"open\": true at each purpose of the base beneath this one");
            }
        }

        // From the closed one up to this one, without it.
        IEnumerable<PurposeEntry> Between(string name) =>
            Dotted.SelfAndAncestors(name).TakeWhile(n => n != node.Key).Where(merged.Document.Purposes.ContainsKey).Select(n => merged.Document.Purposes[n]);
    }

    /// <summary>A purpose to which an entry of <c>compatible</c> beneath this one takes what is collected above it, once this one asks for no consent; null when there is none.</summary>
    private string? PassedBy(string purpose) =>
        merged.Document.Compatible.Where(entry => Dotted.Covers(purpose, entry.From)).SelectMany(entry => Dotted.SelfAndAncestors(purpose).Skip(1)
            .Where(above => merged.Table.MayStart(above, entry.From) && !below.Table.MayStart(above, entry.From)).Select(_ => entry.To)).FirstOrDefault();

    private static bool IsOlder(string? now, string? old) => old is not null && string.CompareOrdinal(now, old) < 0;

    /// <summary>None at all says nothing of where the person is reached.</summary>
    private static bool HasFurther(IReadOnlyList<string> now, IReadOnlyList<string> old) => old.Count > 0 && (now.Count == 0 || now.Any(channel => !old.Contains(channel)));

    private static bool IsLouder(string? now, string? old) => QuietHours.TryParse(old ?? "", out var before) && !(QuietHours.TryParse(now ?? "", out var hours) && hours.Covers(before));

    private static bool AllowsMore(string? now, string? old) => Frequency.TryParse(old ?? "", out var before) && !(Frequency.TryParse(now ?? "", out var limit) && limit.Implies(before));
}
