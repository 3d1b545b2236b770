// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The state is transient: each service is given an object of its own, and the newsletter's stays empty.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Services.TransientState;

public sealed class Draft
{
    public string? Address { get; set; }
}

[ForPurpose("support")]
public sealed class ContactForm(Draft draft)
{
    public void Submit(Customer customer)
    {
        draft.Address = customer.Email;
        Use.Support(draft.Address);
    }
}

[ForPurpose("newsletter")]
public sealed class SignUpBox(Draft draft)
{
    public void Render() => Use.Newsletter(draft.Address ?? "your address");
}

public static class Case
{
    public static void Run()
    {
        using var provider = new ServiceCollection().AddTransient<Draft>().AddScoped<ContactForm>().AddScoped<SignUpBox>().BuildServiceProvider();
        using var request = provider.CreateScope();
        request.ServiceProvider.GetRequiredService<ContactForm>().Submit(Customers.Ada());
        request.ServiceProvider.GetRequiredService<SignUpBox>().Render();
    }
}
