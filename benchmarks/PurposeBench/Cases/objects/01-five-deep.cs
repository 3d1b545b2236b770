// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Nested initialisers write the address five members deep, and five members deep it is read.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.FiveDeep;

public sealed class Address
{
    public string Line { get; set; } = "";
}

public sealed class Endpoint
{
    public Address Primary { get; } = new();
}

public sealed class Person
{
    public Endpoint Mail { get; set; } = new();
}

public sealed class Thread
{
    public Person From { get; } = new();
}

public sealed class Case4711
{
    public Thread Thread { get; set; } = new();
}

[ForPurpose("support")]
public static class Intake
{
    public static Case4711 Open(Customer customer) => new() { Thread = { From = { Mail = { Primary = { Line = customer.Email } } } } };
}

[ForPurpose("newsletter")]
public static class Audience
{
    public static void Add(Customer customer)
    {
        var opened = Intake.Open(customer);
        var mail = opened.Thread.From.Mail;
        Use.Newsletter(mail.Primary.Line); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Audience.Add(Customers.Ada());
}
