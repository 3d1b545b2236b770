using Ethics.Crm.Consent;
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

    // By what they were for, and by every name above it, which is what limits go by: in the order of their times, whatever the clock did meanwhile, so that those of a period are found without going through all.
    private readonly Dictionary<(SubjectKey Subject, string Channel, string Name), List<Contact>> _byName = [];
    private readonly Dictionary<(SubjectKey Subject, string Channel, Guid Id), Contact> _byId = [];
    private readonly Queue<Contact> _all = new();
    private PolicyTable? _table;
    private (PolicyDuration Period, TimeSpan Longest)[] _periods = [];

    public int Count => _byId.Count;

    /// <summary>How many contacts of the person there are in the period that ends now, for a purpose or one below it. Those that lie ahead, because the clock was set back, count too.</summary>
    /// <param name="except">What has been recorded of this contact does not count.</param>
    public int CountOf(SubjectKey subject, string channel, string name, PolicyDuration period, DateTimeOffset now, Guid except)
    {
        if (!_byName.TryGetValue((subject, channel, name), out var contacts))
            return 0;
        var count = contacts.Count - FirstOf(contacts, contact => IsIn(contact, period, now));
        return count > 0 && _byId.TryGetValue((subject, channel, except), out var own) && own.Names.Contains(name) && IsIn(own, period, now) ? count - 1 : count;
    }

    /// <summary>One of the person's contacts; null when there is none of that id.</summary>
    public Contact? Find(IEnumerable<SubjectKey> keys, string channel, Guid id)
    {
        foreach (var key in keys)
        {
            if (_byId.TryGetValue((key, channel, id), out var known))
                return known;
        }

        return null;
    }

    /// <summary>What both clocks say. They may be ones that fail, or contact somebody themselves: asked for before anything is counted, and once.</summary>
    public (DateTimeOffset Now, long Stamp) Time() => (clock.GetUtcNow().ToUniversalTime(), clock.GetTimestamp());

    /// <param name="id">None that the person has already.</param>
    /// <param name="time">When it is.</param>
    public void Add(Guid id, SubjectKey subject, string channel, IEnumerable<string> purposes, PolicyTable table, (DateTimeOffset Now, long Stamp) time)
    {
        Look(table, time);
        var contact = new Contact(id, subject, channel, time.Now, time.Stamp);
        _byId[(subject, channel, id)] = contact;
        _all.Enqueue(contact);
        Extend(contact, purposes);
    }

    /// <summary>It was for these too.</summary>
    public void Extend(Contact contact, IEnumerable<string> purposes)
    {
        foreach (var name in purposes.SelectMany(static purpose => ConsentStanding.Above(purpose).Prepend(purpose)))
        {
            if (!contact.Names.Add(name))
                continue;
            if (!_byName.TryGetValue((contact.Subject, contact.Channel, name), out var contacts))
                _byName[(contact.Subject, contact.Channel, name)] = contacts = [];
            contacts.Insert(FirstOf(contacts, later => later.At > contact.At), contact);
        }
    }

    private void Look(PolicyTable table, (DateTimeOffset Now, long Stamp) time)
    {
        if (!ReferenceEquals(_table, table))
            (_table, _periods) = (table, PeriodsOf(table));
        for (var i = Math.Min(LooksForEach, _all.Count); i > 0; i--)
        {
            var contact = _all.Dequeue();
            if (MayCount(contact, time))
                _all.Enqueue(contact);
            else
                Forget(contact);
        }
    }

    /// <summary>By both clocks: the one on the wall may be wrong for a moment, and what is forgotten then would make room for good.</summary>
    private bool MayCount(Contact contact, (DateTimeOffset Now, long Stamp) time)
    {
        var passed = clock.GetElapsedTime(contact.Stamp, time.Stamp);
        if (passed < Least || time.Now - contact.At < Least)
            return true;
        foreach (var (period, longest) in _periods)
        {
            if (passed < longest || IsIn(contact, period, time.Now))
                return true;
        }

        return false;
    }

    private void Forget(Contact contact)
    {
        _byId.Remove((contact.Subject, contact.Channel, contact.Id));
        foreach (var name in contact.Names)
        {
            var contacts = _byName[(contact.Subject, contact.Channel, name)];
            // Of those of one moment it is nearly always the first.
            contacts.RemoveAt(contacts.IndexOf(contact, FirstOf(contacts, other => other.At >= contact.At)));
            if (contacts.Count == 0)
                _byName.Remove((contact.Subject, contact.Channel, name));
        }
    }

    private static bool IsIn(Contact contact, PolicyDuration period, DateTimeOffset now) => Durations.Add(contact.At, period) > now;

    /// <summary>The place of the first for which something holds that holds for all later ones; behind the last where there is none.</summary>
    private static int FirstOf(List<Contact> contacts, Predicate<Contact> holds)
    {
        var (from, to) = (0, contacts.Count);
        while (from < to)
        {
            var middle = (from + to) >> 1;
            if (holds(contacts[middle]))
                to = middle;
            else
                from = middle + 1;
        }

        return from;
    }

    // Of every purpose: whose limit counts whose contacts is not worth telling apart.
    private static (PolicyDuration Period, TimeSpan Longest)[] PeriodsOf(PolicyTable table) =>
    [
        .. table.Document.Purposes.Values.Select(static purpose => purpose.Frequency).OfType<string>()
            .Select(static text => Frequency.TryParse(text, out var limit) ? limit.Period : default).Distinct()
            .Select(static period => (period, period.Longest < (decimal)TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds((double)period.Longest) : TimeSpan.MaxValue)),
    ];

    /// <summary>One contact of one person.</summary>
    /// <param name="at">When it was.</param>
    /// <param name="stamp">The same by the clock that nobody sets.</param>
    public sealed class Contact(Guid id, SubjectKey subject, string channel, DateTimeOffset at, long stamp)
    {
        public Guid Id => id;

        public SubjectKey Subject => subject;

        public string Channel => channel;

        public DateTimeOffset At => at;

        public long Stamp => stamp;

        /// <summary>What it was for, and the names above; more may come to it.</summary>
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);
    }
}
