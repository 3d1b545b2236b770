// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two services implement the interface; the one the container gives to the newsletter is the newsletter's own.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Services.RegisteredBook;

public interface IAddressBook<TPurpose>
{
    string Address(Customer customer);
}

public sealed class Tickets;

public sealed class News;

[ForPurpose("support")]
public sealed class TicketBook : IAddressBook<Tickets>
{
    public string Address(Customer customer) => customer.Email;
}

[ForPurpose("newsletter")]
public sealed class NewsBook : IAddressBook<News>
{
    public string Address(Customer customer) => customer.NewsletterEmail;
}

[ForPurpose("newsletter")]
public sealed class IssueSender(IAddressBook<News> book)
{
    public void Send(Customer customer) => Use.Newsletter(book.Address(customer));
}

[ForPurpose("support")]
public sealed class Answering(IAddressBook<Tickets> book)
{
    public void Answer(Customer customer) => Use.Support(book.Address(customer));
}

public static class Case
{
    public static void Run()
    {
        using var provider = new ServiceCollection()
            .AddSingleton<IAddressBook<Tickets>, TicketBook>()
            .AddSingleton<IAddressBook<News>>(static _ => new NewsBook())
            .AddTransient<IssueSender>().AddTransient<Answering>()
            .BuildServiceProvider();
        provider.GetRequiredService<IssueSender>().Send(Customers.Ada());
        provider.GetRequiredService<Answering>().Answer(Customers.Ada());
    }
}
