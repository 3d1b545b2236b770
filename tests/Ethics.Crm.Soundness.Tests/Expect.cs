namespace Ethics.Crm.Soundness.Tests;

internal static class Expect
{
    /// <summary>Fails with the whole text, programs and all; an assertion of equality would show its first line.</summary>
    public static void Nothing(params IEnumerable<string> complaints)
    {
        var first = complaints.FirstOrDefault();
        Assert.True(first is null, first);
    }
}
