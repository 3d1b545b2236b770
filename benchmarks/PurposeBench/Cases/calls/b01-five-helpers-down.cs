// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Note
// proof: reaches
// why: Five undeclared helpers below the newsletter one of them reads the note: they all work for the newsletter.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.FiveHelpersDown;

[ForPurpose("newsletter")]
public static class PersonalIntro
{
    public static void Write(Customer customer) => Use.Newsletter(Intro.Paragraph(customer));
}

public static class Intro
{
    public static string Paragraph(Customer customer) => Sentence(customer) + ".";

    private static string Sentence(Customer customer) => "You are interested in " + Topics.Of(customer);
}

public static class Topics
{
    public static string Of(Customer customer) => string.Join(" and ", Words(customer));

    private static string[] Words(Customer customer) => Journal.LastEntry(customer).Split(' ');
}

public static class Journal
{
    public static string LastEntry(Customer customer)
    {
        var entry = customer.Note; //! ECRM2003
        return entry.Length == 0 ? "our products" : entry;
    }
}

public static class Case
{
    public static void Run() => PersonalIntro.Write(Customers.Ada());
}
