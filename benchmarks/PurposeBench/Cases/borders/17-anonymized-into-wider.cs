// verdict: clean
// origin: open
// channel: stored:Survey.AgeBand
// source: Customer.Born
// proof: differs
// why: What goes into the wider member was made anonymous on the way.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.AnonymizedIntoWider;

[DataSubject("participant")]
public sealed class Survey
{
    [DataSubjectId]
    public int Participant { get; init; }

    [DataCategory("identity.birth"), CollectedFor("research")]
    public string AgeBand { get; set; } = "";
}

public static class Age
{
    [Anonymizes("two bands, each with more than ten thousand people")]
    public static string Band(DateOnly born) => born.Year < 2010 ? "adult" : "minor";
}

[ForPurpose("support")]
public static class Invitations
{
    public static void Fill(Survey survey, Customer customer) => survey.AgeBand = Age.Band(customer.Born);
}

public static class Case
{
    public static void Run()
    {
        var survey = new Survey { Participant = 7 };
        Invitations.Fill(survey, Customers.Ada());
        Use.Stored("Survey.AgeBand", survey.AgeBand);
    }
}
