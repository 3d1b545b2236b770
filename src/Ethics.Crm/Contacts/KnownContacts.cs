using Ethics.Crm.Policy;
using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Contacts;

/// <summary>Contacts, for as long as a limit can count them. Not thread-safe: the host's lock is held.</summary>
internal sealed class KnownContacts(TimeProvider clock)
{
    /// <summary>Kept at least so long, whatever the policy says today: a limit that comes with a later one is to find what was done before it.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromDays(31);

    // More than one for each that is added, so that what has gone is found while there is traffic; few, so that no sender waits for it.
    private const int LooksForEach = 4;

    private readonly Dictionary<(SubjectKey Subject, string Channel), List<Contact>> _byPerson = [];
    private readonly Queue<Contact> _all = new();
    private PolicyTable? _table;
    private (PolicyDuration Period, TimeSpan Longest)[] _periods = [];

    public int Count => _all.Count;

    public IReadOnlyList<Contact> Of(SubjectKey subject, string channel) => _byPerson.TryGetValue((subject, channel), out var contacts) ? contacts : [];

    /// <summary>One of the person's contacts; null when there is none of that id.</summary>
    public Contact? Find(IEnumerable<SubjectKey> keys, string channel, Guid id) => keys.SelectMany(key => Of(key, channel)).FirstOrDefault(contact => contact.Id == id);

    public void Add(Guid id, SubjectKey subject, string channel, IEnumerable<string> purposes, PolicyTable table)
    {
        Look(table);
        if (!_byPerson.TryGetValue((subject, channel), out var contacts))
            _byPerson[(subject, channel)] = contacts = [];
        var contact = new Contact(id, subject, channel, [.. purposes], clock.GetUtcNow(), clock.GetTimestamp());
        contacts.Add(contact);
        _all.Enqueue(contact);
    }

    private void Look(PolicyTable table)
    {
        if (!ReferenceEquals(_table, table))
            (_table, _periods) = (table, PeriodsOf(table));
        var now = clock.GetUtcNow();
        for (var i = Math.Min(LooksForEach, _all.Count); i > 0; i--)
        {
            var contact = _all.Dequeue();
            if (MayCount(contact, now))
                _all.Enqueue(contact);
            else
                Forget(contact);
        }
    }

    /// <summary>By both clocks: the one on the wall may be wrong for a moment, and what is forgotten then would make room for good.</summary>
    private bool MayCount(Contact contact, DateTimeOffset now)
    {
        var passed = clock.GetElapsedTime(contact.Stamp);
        if (passed < Least || now - contact.At < Least)
            return true;
        foreach (var (period, longest) in _periods)
        {
            if (passed < longest || Consent.Durations.Add(contact.At, period) > now)
                return true;
        }

        return false;
    }

    private void Forget(Contact contact)
    {
        var contacts = _byPerson[(contact.Subject, contact.Channel)];
        contacts.Remove(contact);
        if (contacts.Count == 0)
            _byPerson.Remove((contact.Subject, contact.Channel));
    }

    // Of every purpose: whose limit counts whose contacts is not worth telling apart.
    private static (PolicyDuration Period, TimeSpan Longest)[] PeriodsOf(PolicyTable table) =>
    [
        .. table.Document.Purposes.Values.Select(static purpose => purpose.Frequency).OfType<string>()
            .Select(static text => Frequency.TryParse(text, out var limit) ? limit.Period : default).Distinct()
            .Select(static period => (period, period.Longest < (decimal)TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds((double)period.Longest) : TimeSpan.MaxValue)),
    ];

    /// <param name="Purposes">All that it was for; more may come to it.</param>
    /// <param name="Stamp">When it was, by the clock that nobody sets.</param>
    public sealed record Contact(Guid Id, SubjectKey Subject, string Channel, List<string> Purposes, DateTimeOffset At, long Stamp)
    {
        // One is another only by itself: two senders may write at the same moment.
        public bool Equals(Contact? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
