// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Note
// proof: reaches
// why: The policy says what the code works for, no attribute does.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.B04CodeEntry;

[ForPurpose("support")]
public static class NoteArchive
{
    public static IReadOnlyList<string> Of(Customer customer) => [customer.Note];
}

public sealed class CampaignBuilder
{
    private readonly List<string> _hints = [];

    public void Learn(Customer customer)
    {
        _hints.Add(NoteArchive.Of(customer)[0]); //! ECRM2002
        Use.Marketing(_hints);
    }
}

public static class Case
{
    public static void Run() => new CampaignBuilder().Learn(Customers.Ada());
}
