using Ethics.Crm.Consent;
using Ethics.Crm.Decisions;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Disclosures;

/// <summary>
/// An application while it writes something that leaves for a recipient. In a scope of this host each read is judged for the recipient too, also in code that opens
/// a purpose of its own inside, and what was read is noted.
/// </summary>
internal sealed class DisclosingHost(CrmHost application, string recipient) : GateHost
{
    private readonly HashSet<string> _categories = new(StringComparer.Ordinal);
    private readonly HashSet<SubjectKey> _subjects = [];

    public string Recipient => recipient;

    public override bool IsRunning => application.IsRunning;

    public override bool JudgesEachRead => true;

    /// <summary>The application behind a host; null for none.</summary>
    public static CrmHost? ApplicationOf(GateHost? host) => host as CrmHost ?? (host as DisclosingHost)?.Application;

    private CrmHost Application => application;

    public override ConsentSlot<TKey> Bind<TKey>(SubjectBinder<TKey> binder, TKey key) => application.Bind(binder, key);

    public void Note(IEnumerable<string> categories, People people)
    {
        lock (_categories)
        {
            _categories.UnionWith(categories);
            _subjects.UnionWith(people.Persons.Select(static person => person.Key));
        }
    }

    /// <summary>What has been read so far.</summary>
    public (IReadOnlyList<string> Categories, IReadOnlyList<SubjectKey> Subjects) Noted()
    {
        lock (_categories)
            return ([.. _categories], [.. _subjects]);
    }
}
