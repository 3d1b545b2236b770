using System.Collections.Concurrent;
using Ethics.Crm.Consent;
using Ethics.Crm.Decisions;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Contacts;

/// <summary>
/// The contact that the reads in one scope belong to. Whom it has reached is known as long as the scope is open, so that the second member of a letter is no second letter. No lock is held while the log is asked, which is the
/// application's own code: of two reads that ask at once for one person, the log knows by the id that they are of one contact.
/// </summary>
internal sealed class ContactUnderWay(CrmHost application, ISynchronousContactLog log, string channel)
{
    private readonly Guid _id = Guid.NewGuid();

    // What the log said of each, and by which policy it was asked. Null once it has ended: whoever holds the scope holds nobody whom it has reached.
    private volatile ConcurrentDictionary<(SubjectKey Subject, string Purpose), (PolicyTable Table, PurposeDecision Answer)>? _asked = new();

    public string Channel => channel;

    /// <summary>The scope; null while it is being opened.</summary>
    public PurposeScope? Scope { get; set; }

    /// <summary>Nothing more belongs to it.</summary>
    public bool IsEnded => Scope is { IsClosed: true };

    /// <summary>A scope that reads for it has been closed: its own, or one inside.</summary>
    public void OnClosed()
    {
        if (IsEnded)
            _asked = null;
    }

    /// <summary>What stands against contacting all of the people for all of the purposes; null for nothing, and then they are contacted. Only purposes that limit contacts are asked for.</summary>
    public PurposeDecision? Against(People people, IReadOnlyList<string> purposes, PolicyTable table)
    {
        var limited = Limited(purposes, table);
        if (limited.Count == 0)
            return null;
        if (AgainstAnybody(people, limited) is { } whoever)
            return whoever;

        // Looked at once: beside this read another one may reach them.
        var open = people.Persons.SelectMany(person => limited.Where(purpose => !IsReached(person, purpose, table)).Select(purpose => (Person: person, Purpose: purpose))).ToList();
        if (open.Count == 0)
            return null;
        var persons = open.Select(static one => one.Person).Distinct().ToList();
        var missing = limited.FindAll(purpose => open.Exists(one => one.Purpose == purpose));
        var answer = Ask(persons, missing, purposes);
        foreach (var person in persons)
        {
            // One who has been reached stays so, whatever is said of somebody beside them.
            foreach (var purpose in missing.Where(purpose => answer.Allowed || !IsReachedUnder(person, purpose, table)))
                Keep(person, purpose, table, answer);
        }

        return answer.Allowed ? null : answer;
    }

    /// <summary>What stood against it when a read has asked; null where none has been refused, and nobody is asked now.</summary>
    public PurposeDecision? KnownAgainst(People people, IReadOnlyList<string> purposes, PolicyTable table)
    {
        var limited = Limited(purposes, table);
        if (limited.Count == 0)
            return null;
        return AgainstAnybody(people, limited)
            ?? limited.SelectMany(_ => people.Persons, (purpose, person) => _asked is { } asked && asked.TryGetValue((person, purpose), out var known) && !known.Answer.Allowed ? known.Answer : null).FirstOrDefault(static answer => answer is not null);
    }

    /// <summary>What stands against it before the log is asked.</summary>
    private PurposeDecision? AgainstAnybody(People people, List<string> limited)
    {
        if (IsEnded)
            return new(false, "the contact scope that the code was in has been closed", null) { Refusal = Refusal.ClosedScope, Remedy = "Await inside the scope what it starts, or open another contact scope." };
        return people.IsUnknown
            ? new(false, $"'{limited[0]}' was asked for, {Reasons.OfPerson(Refusal.SubjectUnknown)}", null) { Refusal = Refusal.SubjectUnknown, Remedy = Remedies.OfPerson(Refusal.SubjectUnknown, limited[0], false) }
            : null;
    }

    private static List<string> Limited(IReadOnlyList<string> purposes, PolicyTable table) => purposes.Where(purpose => ContactTerms.Any(table, purpose)).Distinct().ToList();

    /// <summary>The log, and what tells it the hour, may read members to answer: these reads contact nobody, and are no part of what leaves.</summary>
    private PurposeDecision Ask(List<SubjectKey> persons, List<string> missing, IReadOnlyList<string> purposes)
    {
        using (PurposeScope.Enter(application, [.. purposes]))
            return log.TryContact(_id, persons, missing, channel) ?? Reasons.OfNoAnswer(log, nameof(IContactLog), nameof(ISynchronousContactLog.TryContact));
    }

    /// <summary>Under this key, or under another one of the same person.</summary>
    private bool IsReached(SubjectKey person, string purpose, PolicyTable table)
    {
        if (IsReachedUnder(person, purpose, table))
            return true;
        lock (application.Sync)
            return application.SameAs(person).Any(same => IsReachedUnder(same, purpose, table));
    }

    private bool IsReachedUnder(SubjectKey key, string purpose, PolicyTable table)
    {
        if (_asked is not { } asked || !asked.TryGetValue((key, purpose), out var known) || !known.Answer.Allowed || !ContactTerms.AreSame(known.Table, table, purpose))
            return false;
        // What else a later policy says does not concern the contact, and this one need not be looked at again.
        if (!ReferenceEquals(known.Table, table))
            Keep(key, purpose, table, known.Answer);
        return true;
    }

    private void Keep(SubjectKey key, string purpose, PolicyTable table, PurposeDecision answer)
    {
        if (_asked is { } asked)
            asked[(key, purpose)] = (table, answer);
    }
}
