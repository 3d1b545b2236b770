// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two address books are registered under two keys; the newsletter asks for the one of support.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Services.KeyedBook;

public interface IAddressBook
{
    string Address(Customer customer);
}

[ForPurpose("support")]
public sealed class TicketBook : IAddressBook
{
    public string Address(Customer customer) => customer.Email;
}

[ForPurpose("newsletter")]
public sealed class NewsBook : IAddressBook
{
    public string Address(Customer customer) => customer.NewsletterEmail;
}

[ForPurpose("newsletter")]
public sealed class IssueSender([FromKeyedServices("tickets")] IAddressBook book)
{
    public void Send(Customer customer) => Use.Newsletter(book.Address(customer)); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        using var provider = new ServiceCollection()
            .AddKeyedSingleton<IAddressBook, TicketBook>("tickets")
            .AddKeyedSingleton<IAddressBook, NewsBook>("news")
            .AddTransient<IssueSender>()
            .BuildServiceProvider();
        provider.GetRequiredService<IssueSender>().Send(Customers.Ada());
    }
}
