namespace Ethics.Crm.Models.Tests.Fixtures;

/// <summary>A read as text: its value, or why it was refused.</summary>
internal static class Reads
{
    public static string NoScope(Func<object?> read) => One(read);

    public static string Support(Func<object?> read) => PurposeScope.Run(Purposes.Support, () => One(read));

    public static string Billing(Func<object?> read) => PurposeScope.Run(Purposes.Billing, () => One(read));

    /// <summary>Guarded, and holding this value: refused without scope and for another purpose.</summary>
    public static void AssertGuarded(object? value, Func<object?> read) =>
        Assert.Equal(("NoScope", value?.ToString() ?? "null", "NotPermitted"), (NoScope(read), Support(read), Billing(read)));

    private static string One(Func<object?> read)
    {
        try
        {
            return read()?.ToString() ?? "null";
        }
        catch (PurposeViolationException refused)
        {
            return refused.Refusal.ToString();
        }
    }
}
