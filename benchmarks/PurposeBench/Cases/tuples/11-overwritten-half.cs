// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A tuple is a variable of parts: the part that held the address is assigned anew.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.OverwrittenHalf;

[ForPurpose("billing")]
public static class Reminders
{
    public static (string To, decimal Amount) Prepare(Customer customer, decimal amount)
    {
        var reminder = (To: customer.Email, Amount: amount);
        Use.Billing(reminder);
        reminder.To = "sent";
        return reminder;
    }
}

[ForPurpose("newsletter")]
public static class Statistics
{
    public static void Print(Customer customer)
    {
        var (state, amount) = Reminders.Prepare(customer, 12.50m);
        Use.Newsletter($"{state}: {amount}");
    }
}

public static class Case
{
    public static void Run() => Statistics.Print(Customers.Ada());
}
