// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Taken apart into characters and put together again, it is the same address.
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.CharactersAndBack;

[ForPurpose("support")]
public static class Signature
{
    public static string Render(Customer customer)
    {
        var characters = customer.Email.ToCharArray();
        var text = new string(characters, 0, characters.Length);
        return text.Insert(0, "<").PadRight(80).TrimEnd().Replace(">", "") + '>';
    }
}

[ForPurpose("newsletter")]
public static class Digest
{
    public static void Send(Customer customer) => Use.Newsletter(Signature.Render(customer)); //! ECRM2002
}

public static class Case
{
    public static void Run() => Digest.Send(Customers.Ada());
}
