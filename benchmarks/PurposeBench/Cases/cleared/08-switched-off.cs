// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Note
// proof: reaches
// why: The branch is switched off by a constant of another class.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.SwitchedOff;

public static class Features
{
    public const int Level = 2;

    public const bool PersonalIntro = Level > 2;
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
            Use.Newsletter("You asked about " + Desk.LastTopic(customer));
        else
            Use.Newsletter("News of the month");
    }
}

public static class Case
{
    public static void Run() => Issue.Write(Customers.Ada());
}
