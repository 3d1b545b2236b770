// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Note
// proof: reaches
// why: The same branch hangs on a static that a start-up method sets: it is no constant.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.SwitchedOnLater;

public static class Features
{
    public static bool PersonalIntro { get; private set; }

    public static void Configure(string level) => PersonalIntro = level.Length > 2;
}

[ForPurpose("support")]
public static class Desk
{
    public static string LastTopic(Customer customer) => customer.Note;
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Write(Customer customer)
    {
        if (Features.PersonalIntro)
            Use.Newsletter("You asked about " + Desk.LastTopic(customer)); //! ECRM2002
        else
            Use.Newsletter("News of the month");
    }
}

public static class Case
{
    public static void Run()
    {
        Features.Configure("beta");
        Issue.Write(Customers.Ada());
    }
}
