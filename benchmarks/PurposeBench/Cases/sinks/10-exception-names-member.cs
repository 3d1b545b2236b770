// verdict: clean
// origin: open
// channel: exception
// source: Customer.Income
// proof: reaches
// why: The message names the member and the customer's number, not the value.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.ExceptionNamesMember;

[ForPurpose("billing")]
public static class CreditCheck
{
    public static void Check(Customer customer)
    {
        if (customer.Income > 1_000)
            throw new InvalidOperationException($"{nameof(Customer.Income)} of customer {customer.Id} is too high for a rebate.");
    }
}

public static class Case
{
    public static void Run() => CreditCheck.Check(Customers.Ada());
}
