// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Note
// proof: reaches
// why: A loop that deconstructs each entry takes the note of the nested pair.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.CallLog;

[ForPurpose("support")]
public static class CallLog
{
    public static IEnumerable<(int Minutes, (string Topic, string Note) Content)> Entries(IReadOnlyList<Customer> customers)
    {
        for (var i = 0; i < customers.Count; i++)
            yield return (i + 3, ("tariff", customers[i].Note));
    }
}

[ForPurpose("marketing")]
public static class TariffCampaign
{
    public static void Prepare(IReadOnlyList<Customer> customers)
    {
        foreach (var (_, (_, note)) in CallLog.Entries(customers)) //! ECRM2002
            Use.Marketing(note);
    }
}

public static class Case
{
    public static void Run() => TariffCampaign.Prepare([Customers.Ada()]);
}
