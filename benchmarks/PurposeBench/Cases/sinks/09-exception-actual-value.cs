// verdict: violation
// origin: open
// channel: exception
// source: Customer.Income
// proof: reaches
// why: The exception's constructor puts the actual value into the message.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.ExceptionActualValue;

[ForPurpose("billing")]
public static class CreditCheck
{
    public static void Require(int income)
    {
        if (income > 1_000)
            throw new ArgumentOutOfRangeException(nameof(income), income, "Too much for a rebate."); //! ECRM3003
    }

    public static void Check(Customer customer) => Require(customer.Income);
}

public static class Case
{
    public static void Run() => CreditCheck.Check(Customers.Ada());
}
