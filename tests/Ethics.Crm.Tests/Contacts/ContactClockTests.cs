using System.Globalization;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Contacts;

/// <summary>Quiet hours through the gate, by the clock on the person's wall.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ContactClockTests : ContactApplication
{
    [Theory]
    [InlineData("2026-03-01T19:59:00Z", "value")]
    [InlineData("2026-03-01T20:00:00Z", "QuietHours")]
    [InlineData("2026-03-02T06:59:00Z", "QuietHours")]
    [InlineData("2026-03-02T07:00:00Z", "value")]
    // Summer time begins on the 29th: from then on the same hour of the day comes an hour earlier.
    [InlineData("2026-03-29T05:59:00Z", "QuietHours")]
    [InlineData("2026-03-29T06:00:00Z", "value")]
    // And ends on 25 October.
    [InlineData("2026-10-24T06:00:00Z", "value")]
    [InlineData("2026-10-25T06:30:00Z", "QuietHours")]
    [InlineData("2026-10-25T07:00:00Z", "value")]
    public void Night_IsThatOfThePerson_SummerTimeIncluded(string utc, string expected)
    {
        At(utc);
        Assert.Equal(expected, Sent("marketing", "email", () => Contact().Email));
    }

    [Theory]
    // On 29 March the clock goes from 01:59 to 03:00: the quiet hour is not there.
    [InlineData("2026-03-29T00:59:00Z", "value")]
    [InlineData("2026-03-29T01:00:00Z", "value")]
    [InlineData("2026-03-28T01:30:00Z", "QuietHours")]
    // On 25 October 02:00 to 03:00 comes twice, and is quiet twice.
    [InlineData("2026-10-24T23:59:00Z", "value")]
    [InlineData("2026-10-25T00:00:00Z", "QuietHours")]
    [InlineData("2026-10-25T00:59:00Z", "QuietHours")]
    [InlineData("2026-10-25T01:00:00Z", "QuietHours")]
    [InlineData("2026-10-25T01:59:00Z", "QuietHours")]
    [InlineData("2026-10-25T02:00:00Z", "value")]
    public void HourThatIsNotThere_IsNeverQuiet_AndTheOneThatComesTwiceIsTwice(string utc, string expected)
    {
        Assert.True(Host.Reload(PolicyOf("\"quietHours\": \"02:00/03:00\"", "")));
        At(utc);
        Assert.Equal(expected, Sent("marketing.email", "email", () => Contact().Email));
    }

    [Fact]
    public void PeopleOfOneScope_HaveEachTheirOwnNight()
    {
        using (Scopes.Enter("marketing", "email"))
        {
            Assert.Equal("value", Outcome(() => Contact().Email));
            Assert.Equal("QuietHours", Outcome(() => Contact(8).Email));
            Host.Clock.Advance(TimeSpan.FromHours(9));
            Assert.Equal("value", Outcome(() => Contact(8).Email));
            Assert.Equal("QuietHours", Outcome(() => Contact(9).Email));
        }

        Assert.Equal(2, Recorded);
    }

    private void At(string utc) => Host.Clock.SetUtcNow(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture));
}
