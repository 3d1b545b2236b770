// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Postcode
// proof: reaches
// why: Declared in one place, implemented in another: a partial property over an array.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.PartialProperty;

public sealed partial class Row
{
    public partial string Area { get; set; }

    public partial string Product { get; set; }
}

public sealed partial class Row
{
    private readonly string[] _cells = ["", ""];

    public partial string Area { get => _cells[0]; set => _cells[0] = value; }

    public partial string Product { get => _cells[1]; set => _cells[1] = value; }
}

[ForPurpose("support")]
public static class Outages
{
    public static Row Report(Customer customer) => new() { Area = customer.Postcode, Product = "Fibre" };
}

[ForPurpose("analytics")]
public static class Coverage
{
    public static void Map(Customer customer) => Use.Analytics(Outages.Report(customer).Area); //! ECRM2002
}

public static class Case
{
    public static void Run() => Coverage.Map(Customers.Ada());
}
