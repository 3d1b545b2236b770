// verdict: violation
// origin: blind
// channel: log
// source: Customer.Phone
// proof: reaches
// why: Copied from a list to an array, ranged and joined: the numbers are the numbers.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Collections.NumberBlock;

[ForPurpose("support")]
public sealed class Predialler(ILogger<Predialler> logger)
{
    private readonly List<string> _numbers = [];

    public void Load(params IReadOnlyList<Customer> customers)
    {
        foreach (var customer in customers)
        {
            if (customer.Phone is { } number)
                _numbers.Add(number);
        }

        _numbers.Insert(0, "+44 20 7946 0000");
    }

    public void Dial()
    {
        var block = new string[_numbers.Count];
        _numbers.CopyTo(block);
        Array.Reverse(block);
        string[] first = [.. block[..1], "…"];

        logger.LogInformation("Dialling {Numbers}", string.Join(", ", first)); //! ECRM3002
    }
}

public static class Case
{
    public static void Run()
    {
        var predialler = new Predialler(Logs.Of<Predialler>());
        predialler.Load(Customers.Other(), Customers.Ada());
        predialler.Dial();
    }
}
