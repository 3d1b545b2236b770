// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Of two registrations the container gives the last one to who asks for one; it is the newsletter's own.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Services.LastRegistration;

public interface IAddressBook
{
    string Address(Customer customer);
}

[ForPurpose("support")]
public sealed class TicketBook : IAddressBook
{
    public string Address(Customer customer) => customer.Email;

    public void Answer(Customer customer) => Use.Support(Address(customer));
}

[ForPurpose("newsletter")]
public sealed class NewsBook : IAddressBook
{
    public string Address(Customer customer) => customer.NewsletterEmail;
}

[ForPurpose("newsletter")]
public sealed class Issue(IAddressBook book)
{
    public void Send(Customer customer) => Use.Newsletter(book.Address(customer));
}

public static class Case
{
    public static void Run()
    {
        using var provider = new ServiceCollection()
            .AddSingleton<IAddressBook, TicketBook>().AddSingleton<IAddressBook, NewsBook>()
            .AddSingleton<TicketBook>().AddSingleton<Issue>()
            .BuildServiceProvider();
        provider.GetRequiredService<TicketBook>().Answer(Customers.Ada());
        provider.GetRequiredService<Issue>().Send(Customers.Ada());
    }
}
