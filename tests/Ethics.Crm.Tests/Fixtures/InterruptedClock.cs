namespace Ethics.Crm.Tests.Fixtures;

/// <summary>Always the same moment, and something happens whenever it is asked.</summary>
internal sealed class InterruptedClock(Action asked) : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        asked();
        return new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
