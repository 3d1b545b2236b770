// verdict: clean
// origin: open
// channel: newsletter
// source: Lead.Mail
// proof: reaches
// why: The same row comes back from the store; the newsletter reads the member that is its own.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.ReadBackOtherMember;

[DataSubject("lead")]
public sealed class Lead
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.email"), CollectedFor("support")]
    public string Mail { get; init; } = "";

    [DataCategory("contact.newsletter"), CollectedFor("newsletter")]
    public string IssueTo { get; init; } = "";
}

public sealed class Store<TRow>(Func<TRow, int> key)
{
    private readonly SortedDictionary<int, TRow> _rows = [];

    public void Save(TRow row) => _rows[key(row)] = row;

    public TRow Load(int id) => _rows[id];
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Store<Lead> store) => Use.Newsletter(store.Load(3).IssueTo);
}

public static class Case
{
    public static void Run()
    {
        var store = new Store<Lead>(lead => lead.Id);
        store.Save(new Lead { Id = 3, Mail = Mark.Text("Lead.Mail"), IssueTo = Mark.Text("Lead.IssueTo") });
        Issue.Send(store);
    }
}
