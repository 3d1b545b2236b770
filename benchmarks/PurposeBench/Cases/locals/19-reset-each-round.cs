// verdict: clean
// origin: open
// channel: marketing.email
// source: Customer.Email
// proof: reaches
// why: The variable outlives the round, but each round overwrites it before the campaign sees it.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.ResetEachRound;

[DataSubject("member")]
public sealed class Member
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.email"), CollectedFor("marketing")]
    public string OfferEmail { get; init; } = "";
}

public static class Nightly
{
    public static void Run(IReadOnlyList<(Member Member, Customer Customer)> people)
    {
        var to = "";
        foreach (var person in people)
        {
            to = person.Member.OfferEmail;
            Campaign.Send(to);
            to = person.Customer.Email;
            Receipt.Send(to);
        }
    }
}

[ForPurpose("billing")]
public static class Receipt
{
    public static void Send(string to) => Use.Billing(to);
}

[ForPurpose("marketing.email")]
public static class Campaign
{
    public static void Send(string to) => Use.MarketingEmail(to);
}

public static class Case
{
    public static void Run() => Nightly.Run(
    [
        (new Member { Id = 7, OfferEmail = Mark.Text("Member.OfferEmail") }, Customers.Ada()),
        (new Member { Id = 8, OfferEmail = Mark.Text("Member.OtherEmail") }, Customers.Other()),
    ]);
}
