// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: How many addresses there are says nothing about any of them.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.HowMany;

[ForPurpose("support")]
public static class Inbox
{
    public static int Waiting(IEnumerable<Customer> customers)
    {
        List<string> addresses = [];
        foreach (var customer in customers)
            addresses.Add(customer.Email);

        Use.Support(addresses);
        return addresses.Count;
    }
}

[ForPurpose("newsletter")]
public static class Masthead
{
    public static void Print(IEnumerable<Customer> customers) => Use.Newsletter($"Right now we are answering {Inbox.Waiting(customers)} of you");
}

public static class Case
{
    public static void Run() => Masthead.Print([Customers.Ada(), Customers.Other()]);
}
