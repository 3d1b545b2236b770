using Ethics.Crm.Consent;

namespace Ethics.Crm.Tests;

/// <summary>Which of two durations reaches further depends on the month in which it begins: it does, if there is one day on which it does.</summary>
public sealed class DurationTests
{
    [Theory]
    [InlineData("P1M", "P31D", true, false)]
    [InlineData("P1M", "P30D", true, true)]
    [InlineData("P1M", "P28D", false, true)]
    [InlineData("P1M", "P27D", false, true)]
    [InlineData("P12M", "P1Y", false, false)]
    [InlineData("P1Y", "P365D", false, true)]
    [InlineData("P1Y", "P366D", true, false)]
    [InlineData("P4Y", "P1461D", true, false)]
    [InlineData("P400Y", "P146097D", false, false)]
    [InlineData("P2M", "P59D", false, true)]
    [InlineData("P2M", "P61D", true, true)]
    [InlineData("P2M", "P62D", true, false)]
    [InlineData("P1D", "PT24H", false, false)]
    [InlineData("P1D", "PT25H", true, false)]
    [InlineData("P1M", "P1M", false, false)]
    public void Calendar_Decides(string before, string after, bool opens, bool closes)
    {
        Assert.Equal(opens, Durations.ReachFurther([after], [before]));
        Assert.Equal(closes, Durations.ReachFurther([before], [after]));
    }

    [Fact]
    public void NoLimit_ReachesFurtherThanAny_AndTheShortestOfSeveralCounts()
    {
        Assert.True(Durations.ReachFurther([], ["P100Y"]));
        Assert.False(Durations.ReachFurther(["P100Y"], []));
        Assert.False(Durations.ReachFurther([], []));
        Assert.False(Durations.ReachFurther(["P1D", "P2Y"], ["P1D"]));
        Assert.True(Durations.ReachFurther(["P2D", "P2Y"], ["P1D", "P3Y"]));
    }

    /// <summary>A reload compares those of thousands of purposes under the lock of all hosts: years of days are gone through once for each pair of lengths, not once for each purpose.</summary>
    [Fact]
    public void ThousandsOfComparisons_TakeNoTime()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 5000; i++)
        {
            Assert.False(Durations.ReachFurther(["P60D"], ["P90D"]));
            Assert.True(Durations.ReachFurther(["P31D"], ["P1M"]));
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }
}
