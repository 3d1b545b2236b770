// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two services of one scope share a scoped object; support writes the address into it, the newsletter reads it.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Services.ScopedState;

public sealed class Visit
{
    public string? Address { get; set; }
}

[ForPurpose("support")]
public sealed class ContactForm(Visit visit)
{
    public void Submit(Customer customer) => visit.Address = customer.Email;
}

[ForPurpose("newsletter")]
public sealed class SignUpBox(Visit visit)
{
    public void Render()
    {
        if (visit.Address is { } known) //! ECRM2002
            Use.Newsletter(known);
    }
}

public static class Case
{
    public static void Run()
    {
        using var provider = new ServiceCollection().AddScoped<Visit>().AddScoped<ContactForm>().AddScoped<SignUpBox>().BuildServiceProvider();
        using var request = provider.CreateScope();
        request.ServiceProvider.GetRequiredService<ContactForm>().Submit(Customers.Ada());
        request.ServiceProvider.GetRequiredService<SignUpBox>().Render();
    }
}
