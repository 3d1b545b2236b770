using Ethics.Crm.Consent;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>The keys of people, and what is recorded under each.</summary>
internal sealed partial class CrmHost
{
    /// <summary>What stops every use, whatever it is for; null when nothing does.</summary>
    public Refusal? AgainstAnyUse(SubjectKey person)
    {
        lock (Sync)
        {
            foreach (var key in SameAs(person).Prepend(person))
            {
                if (EntriesOf(key) is not { } entries)
                    return Refusal.Stale;
                if (ConsentStanding.RestrictionIn(entries) is not null)
                    return Refusal.Restriction;
            }

            return null;
        }
    }

    /// <summary>The other keys of the same person; empty for nearly everybody. Called under the lock.</summary>
    public IReadOnlyCollection<SubjectKey> SameAs(SubjectKey subject) => (_source as IMergedPeople)?.SameAs(subject) ?? [];

    /// <summary>Each key of each of them once. Whoever is there already brought along all that are the same.</summary>
    private HashSet<SubjectKey> AllKeysOf(IEnumerable<SubjectKey> subjects)
    {
        var all = new HashSet<SubjectKey>();
        foreach (var subject in subjects)
        {
            if (all.Add(subject))
                all.UnionWith(SameAs(subject));
        }

        return all;
    }

    /// <summary>Null when the ledger cannot say. Whatever it throws, a read must end in an answer that fails closed, not in another exception.</summary>
    private IReadOnlyList<ConsentEntry>? EntriesOf(SubjectKey subject)
    {
        try
        {
            return _source!.EntriesOf(subject);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }
}
