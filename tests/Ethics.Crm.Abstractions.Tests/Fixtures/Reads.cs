namespace Ethics.Crm.Abstractions.Tests.Fixtures;

internal static class Reads
{
    /// <summary>Null when the read is permitted.</summary>
    public static Refusal? RefusalOf(Func<object?> read) => ViolationOf(read)?.Refusal;

    public static PurposeViolationException? ViolationOf(Func<object?> read)
    {
        try
        {
            read();
            return null;
        }
        catch (PurposeViolationException refused)
        {
            return refused;
        }
    }

    public static Refusal? Email(Contact contact) => RefusalOf(() => contact.Email);
}
