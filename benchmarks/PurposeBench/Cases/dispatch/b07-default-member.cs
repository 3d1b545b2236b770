// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A default interface member falls back to the ticket's address; the class that the newsletter uses does not override it.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.DefaultMember;

public interface IAddressSource
{
    string? Preferred(Customer customer) => null;

    [ForPurpose("support")]
    string Fallback(Customer customer) => customer.Email;
}

public sealed class Mailboxes : IAddressSource
{
    public string Fallback(Customer customer) => "desk@fabrikam.example";
}

public sealed class AnyAddress : IAddressSource;

[ForPurpose("newsletter")]
public sealed class Issue<TSource>(TSource source)
    where TSource : IAddressSource
{
    public void Send(Customer customer)
    {
        var to = source.Preferred(customer) ?? source.Fallback(customer); //! ECRM2002
        Use.Newsletter(to);
    }
}

public static class Case
{
    public static void Run() => new Issue<AnyAddress>(new AnyAddress()).Send(Customers.Ada());
}
