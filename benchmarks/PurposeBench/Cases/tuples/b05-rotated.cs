// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: After the rotation the address stands in the half that support keeps.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.Rotated;

[ForPurpose("support")]
public static class Rotation
{
    public static void Distribute(Customer customer)
    {
        string first = customer.Email, second = "team@fabrikam.example", third = "desk@fabrikam.example";
        (first, second, third) = (third, first, second);

        Use.Support(second);
        Digest.Send((first, third));
    }
}

[ForPurpose("newsletter")]
public static class Digest
{
    public static void Send((string To, string Cc) address)
    {
        Use.Newsletter(address.To);
        Use.Newsletter(address.Cc);
    }
}

public static class Case
{
    public static void Run() => Rotation.Distribute(Customers.Ada());
}
