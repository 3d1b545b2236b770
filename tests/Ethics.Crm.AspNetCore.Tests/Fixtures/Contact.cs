namespace Ethics.Crm.AspNetCore.Tests.Fixtures;

[DataSubject("contact")]
public sealed partial class Contact
{
    [DataSubjectId]
    public int Id { get; init; } = 1;

    [DataCategory("contact.email")]
    public partial string Email { get; set; } = "anna@fabrikam.example";

    [DataCategory("contact.iban")]
    public partial string Iban { get; set; } = "DE02";

    [DataCategory("contact.name")]
    public partial string Name { get; set; } = "Anna";

    [DataCategory("contact.hobby")]
    public partial string Hobby { get; set; } = "chess";
}

/// <summary>What a serialiser writes as a whole under one purpose.</summary>
[DataSubject("contact")]
public sealed partial class Ticket
{
    [DataSubjectId]
    public int Id { get; init; } = 1;

    [DataCategory("contact.email")]
    public partial string Email { get; set; } = "anna@fabrikam.example";
}

internal static class Reading
{
    /// <summary>Which of the three members can be read now, by their first letters, or why none: what the running code works for, in one word.</summary>
    public static string Now()
    {
        var contact = new Contact();
        return One(() => contact.Email, "support") + One(() => contact.Iban, "billing") is { Length: > 0 } read ? read : Refused(() => contact.Email);
    }

    /// <summary>The value, or how it was refused.</summary>
    public static string Outcome(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (PurposeViolationException refused)
        {
            return refused.Refusal.ToString();
        }
    }

    private static string One(Func<string> read, string name) => Refused(read) == "" ? name : "";

    private static string Refused(Func<string> read)
    {
        try
        {
            _ = read();
            return "";
        }
        catch (PurposeViolationException refused)
        {
            return refused.Refusal.ToString();
        }
    }
}
