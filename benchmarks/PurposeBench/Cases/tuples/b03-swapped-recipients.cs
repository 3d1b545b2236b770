// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The swap puts the customer's own address where the shared mailbox was.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.SwappedRecipients;

[ForPurpose("support")]
public static class Distribution
{
    public static void Distribute(Customer customer, bool outOfHours)
    {
        var (answer, digest) = (customer.Email, "team@fabrikam.example");
        if (outOfHours)
            (answer, digest) = (digest, answer);

        Use.Support(answer);
        Digest.Send(digest); //! ECRM2002
    }
}

[ForPurpose("newsletter")]
public static class Digest
{
    public static void Send(string to) => Use.Newsletter(to);
}

public static class Case
{
    public static void Run() => Distribution.Distribute(Customers.Ada(), outOfHours: true);
}
