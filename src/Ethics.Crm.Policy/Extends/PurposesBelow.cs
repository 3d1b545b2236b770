using Ethics.Crm.Policy.Naming;

namespace Ethics.Crm.Policy.Extends;

/// <summary>What the purposes of a base ask for, also where an overlay does not repeat it.</summary>
internal static class PurposesBelow
{
    /// <param name="beside">For one of two bases of an overlay: only for purposes that it does not declare itself.</param>
    public static PolicyDocument Keep(PolicyLayer below, PolicyDocument merged, bool beside = false)
    {
        var withoutGround = new HashSet<string>(StringComparer.Ordinal);
        var purposes = new Dictionary<string, PurposeEntry>(StringComparer.Ordinal);
        foreach (var (name, purpose) in merged.Purposes.Select(p => (p.Key, p.Value)))
        {
            var old = Dotted.SelfAndAncestors(name).FirstOrDefault(below.Document.Purposes.ContainsKey);
            purposes.Add(name, purpose);
            if (old is null || beside && old == name || below.Document.Purposes[old] is not { Open: false } entry)
            {
                continue;
            }

            // Consent is the strongest basis, so an overlay may move a purpose to it; but consent is also a ground for special categories, which the base refused.
            if (purpose.Basis == LawfulBasis.Consent && !below.Table.HasSpecialGround(old))
            {
                withoutGround.Add(name);
            }

            // A new purpose gets the data that was collected for the one above it, and so what that one may not be given.
            purposes[name] = purpose with
            {
                Decision = purpose.Decision || entry.Decision,
                Personalisation = purpose.Personalisation || entry.Personalisation,
                DirectMarketing = purpose.DirectMarketing || entry.DirectMarketing,
                ConsentFrom = purpose.ConsentFrom ?? entry.ConsentFrom,
                ConsentExpires = purpose.ConsentExpires ?? entry.ConsentExpires,
                // None at all says nothing of where the person is reached.
                Channels = purpose.Channels.Count > 0 ? purpose.Channels : entry.Channels,
                MaxAge = purpose.MaxAge ?? entry.MaxAge,
                Retention = purpose.Retention ?? entry.Retention,
                QuietHours = purpose.QuietHours ?? entry.QuietHours,
                Frequency = purpose.Frequency ?? entry.Frequency,
            };
        }

        return merged with { Purposes = purposes, WithoutSpecialGround = [.. merged.WithoutSpecialGround.Union(withoutGround, StringComparer.Ordinal)] };
    }
}
