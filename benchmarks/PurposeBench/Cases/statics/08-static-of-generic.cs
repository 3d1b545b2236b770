// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The static field belongs to the generic type with one type argument; the newsletter uses the same one.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.StaticOfGeneric;

public static class Slot<TTopic>
{
    public static string? Last { get; set; }
}

public sealed class Tickets;

[ForPurpose("support")]
public static class Desk
{
    public static void Answer(Customer customer) => Slot<Tickets>.Last = customer.Email;
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send() => Use.Newsletter(Slot<Tickets>.Last); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        Desk.Answer(Customers.Ada());
        Issue.Send();
    }
}
