// verdict: clean
// origin: blind
// channel: marketing
// source: Customer.Income
// proof: reaches
// why: What the statistics service answers was declassified by the method that forms bands; the value itself stays in billing.
using Ethics.Crm;

namespace PurposeBench.Cases.Services.DeclassifiedBand;

public interface IIncomeStatistics
{
    int Band(Customer customer);
}

[ForPurpose("billing")]
public sealed class IncomeStatistics : IIncomeStatistics
{
    public int Band(Customer customer) => Bands.Of(customer.Income);
}

public static class Bands
{
    [Anonymizes("three bands of at least a thousand people each, approved by the data protection officer")]
    public static int Of(int income) => income switch { < 300_000_000 => 1, < 600_000_000 => 2, _ => 3 };
}

public sealed class CachedStatistics(IIncomeStatistics inner) : IIncomeStatistics
{
    private readonly Dictionary<int, int> _bands = [];

    public int Band(Customer customer)
    {
        if (!_bands.TryGetValue(customer.Id, out var band))
            _bands[customer.Id] = band = inner.Band(customer);
        return band;
    }
}

[ForPurpose("marketing")]
public sealed class TariffFlyer(IIncomeStatistics statistics)
{
    public void Print(Customer customer) => Use.Marketing("flyer " + statistics.Band(customer));
}

public static class Case
{
    public static void Run()
    {
        var flyer = new TariffFlyer(new CachedStatistics(new IncomeStatistics()));
        flyer.Print(Customers.Ada());
        flyer.Print(Customers.Ada());
    }
}
