// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The event carries the number; the handler looks up the address that the newsletter has of its own.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.EventWithIdOnly;

public sealed record ContactSaved(int Id);

public interface IHandler<in T>
{
    Task HandleAsync(T message);
}

[ForPurpose("newsletter")]
public sealed class Welcome(IReadOnlyDictionary<int, Customer> readers) : IHandler<ContactSaved>
{
    public Task HandleAsync(ContactSaved message)
    {
        Use.Newsletter(readers[message.Id].NewsletterEmail);
        return Task.CompletedTask;
    }
}

[ForPurpose("support")]
public sealed class Desk(IHandler<ContactSaved> next)
{
    public async Task SaveAsync(Customer customer)
    {
        Use.Support(customer.Email);
        await next.HandleAsync(new ContactSaved(customer.Id));
    }
}

public static class Case
{
    public static Task Run()
    {
        var ada = Customers.Ada();
        return new Desk(new Welcome(new Dictionary<int, Customer> { [ada.Id] = ada })).SaveAsync(ada);
    }
}
