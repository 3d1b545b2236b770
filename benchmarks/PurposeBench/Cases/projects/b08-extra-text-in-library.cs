// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: Of the object that the other project builds only the salutation is used.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.B08ExtraTextInLibrary;

[ForPurpose("newsletter")]
public static class ChristmasCard
{
    public static void Print(Customer customer)
    {
        var greeting = Greetings.For(customer);
        Use.Newsletter(greeting.Salutation);
    }
}

public static class Case
{
    public static void Run() => ChristmasCard.Print(Customers.Ada());
}
