// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: One half of the pair may serve the newsletter, the other may not, and the newsletter takes both.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.CallerPair;

[ForPurpose("support")]
public static class PhoneBook
{
    public static (string Name, string? Phone) Caller(Customer customer)
    {
        var pair = (customer.Name, customer.Phone);
        return pair;
    }
}

[ForPurpose("newsletter")]
public static class SmsNews
{
    public static void Send(Customer customer)
    {
        var caller = PhoneBook.Caller(customer);
        Use.Newsletter(caller.Name);
        Use.Newsletter(caller.Item2); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => SmsNews.Send(Customers.Ada());
}
