// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: Between the newsletter and support's book stands a decorator that asks it and answers with the public mailbox.
using Ethics.Crm;

namespace PurposeBench.Cases.Services.MaskingDecorator;

public interface IAddressBook
{
    string Address(Customer customer);
}

[ForPurpose("support")]
public sealed class TicketBook : IAddressBook
{
    public string Address(Customer customer) => customer.Email;
}

[ForPurpose("support")]
public sealed class PublicBook(IAddressBook inner) : IAddressBook
{
    public string Address(Customer customer)
    {
        var address = inner.Address(customer);
        Use.Support(address);
        return "public@fabrikam.example";
    }
}

[ForPurpose("newsletter")]
public sealed class Imprint(IAddressBook book)
{
    public void Print(Customer customer) => Use.Newsletter(book.Address(customer));
}

public static class Case
{
    public static void Run() => new Imprint(new PublicBook(new TicketBook())).Print(Customers.Ada());
}
