using Ethics.Crm;

namespace PurposeBench;

/// <summary>The person most cases are about. Cases whose labels differ bring a model of their own.</summary>
[DataSubject("customer")]
public class Customer
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("identity.name"), CollectedFor("support", "billing", "newsletter")]
    public string Name { get; set; } = "";

    [DataCategory("contact.email"), CollectedFor("support", "billing")]
    public string Email { get; set; } = "";

    [DataCategory("contact.phone"), CollectedFor("support")]
    public string? Phone { get; set; }

    [DataCategory("contact.address"), CollectedFor("billing")]
    public string Street { get; set; } = "";

    [DataCategory("contact.newsletter"), CollectedFor("newsletter")]
    public string NewsletterEmail { get; set; } = "";

    [DataCategory("content.note"), CollectedFor("support")]
    public string Note { get; set; } = "";

    [DataCategory("financial.income"), CollectedFor("billing", "credit-offer")]
    public int Income { get; set; }

    [DataCategory("financial.card"), CollectedFor("billing")]
    public string Card { get; set; } = "";

    [DataCategory("origin"), CollectedFor("support", "credit-offer")]
    public string Origin { get; set; } = "";

    [DataCategory("postcode"), CollectedFor("support", "billing", "credit-offer")]
    public string Postcode { get; set; } = "";

    [DataCategory("identity.birth"), CollectedFor("support")]
    public DateOnly Born { get; set; }

    /// <summary>Nobody's secret: carries no label.</summary>
    public string Segment { get; set; } = "standard";

    public List<Customer> Contacts { get; } = [];
}

public static class Customers
{
    /// <summary>Every labelled member has its mark, told by the member's name: <c>Customer.Email</c>.</summary>
    public static Customer Ada() => Marked(7, "Customer");

    /// <summary>Somebody else, whose marks are <c>Other.Email</c> and so on.</summary>
    public static Customer Other() => Marked(8, "Other");

    private static Customer Marked(int id, string who) => new()
    {
        Id = id,
        Name = Mark.Text(who + ".Name"),
        Email = Mark.Text(who + ".Email"),
        Phone = Mark.Text(who + ".Phone"),
        Street = Mark.Text(who + ".Street"),
        NewsletterEmail = Mark.Text(who + ".NewsletterEmail"),
        Note = Mark.Text(who + ".Note"),
        Income = Mark.Number(who + ".Income"),
        Card = Mark.Text(who + ".Card"),
        Origin = Mark.Text(who + ".Origin"),
        Postcode = Mark.Text(who + ".Postcode"),
        Born = Mark.Day(who + ".Born"),
    };
}
