// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Street
// proof: reaches
// why: The library streams lines from an async iterator that declares nothing and reads on the way.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.AsyncStreamOfLibrary;

[ForPurpose("analytics")]
public static class PlaceReport
{
    public static async Task WriteAsync(IEnumerable<Customer> customers)
    {
        await foreach (var line in AddressStream.LinesAsync(customers)) //! ECRM2003
            Use.Analytics(line);
    }
}

public static class Case
{
    public static Task Run() => PlaceReport.WriteAsync([Customers.Ada(), Customers.Other()]);
}
