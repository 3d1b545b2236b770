// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: A service of another project hands the number over across its interface.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.B02HotlineService;

[ForPurpose("marketing")]
public sealed class ColdCalls(IHotline hotline)
{
    public async Task PrepareAsync(Customer customer)
    {
        var number = await hotline.NumberAsync(customer); //! ECRM2002
        Use.Marketing(number);
    }
}

public static class Case
{
    public static Task Run() => new ColdCalls(new Hotline()).PrepareAsync(Customers.Ada());
}
