using Ethics.Crm.Contacts;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Ethics.Crm.Tests;

/// <summary>Contacts that no limit can count any more do not fill the memory, and none that one can count is forgotten.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ForgottenContactTests : IDisposable
{
    private static readonly string Weekly = PolicyOf("3/P7D");

    // Set by hand: the clock on the wall. The other one only goes forward.
    private readonly Wall _wall = new();
    private readonly TestHost _host;

    public ForgottenContactTests() => _host = Host(Weekly);

    private InMemoryContactLog Contacts => (InMemoryContactLog)_host.Services.GetRequiredService<IContactLog>();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task YearsOfContacts_KeepNoMoreThanALimitCanCount()
    {
        for (var week = 0; week < 200; week++)
        {
            await OthersAsync(week * 100, 100);
            _wall.Pass(TimeSpan.FromDays(7));
        }

        // A month of them is five weeks, and what has gone is found a little later.
        Assert.InRange(Contacts.Known, 400, 1000);
    }

    [Fact]
    public async Task ContactThatALimitCounts_IsKept_HoweverManyComeAfterIt()
    {
        Assert.True(_host.Reload(PolicyOf("1/P2M")));
        Assert.True(await TryAsync());

        _wall.Pass(TimeSpan.FromDays(58));
        await OthersAsync(0, 500);
        Assert.False(await TryAsync());

        // Two months from the first of March.
        _wall.Pass(TimeSpan.FromDays(4));
        Assert.True(await TryAsync());
    }

    [Fact]
    public async Task LimitThatComesWithALaterPolicy_FindsTheContactsOfTheLastMonth()
    {
        Assert.True(await TryAsync());
        _wall.Pass(TimeSpan.FromDays(30));
        await OthersAsync(0, 500);

        Assert.True(_host.Reload(PolicyOf("1/P31D")));
        Assert.False(await TryAsync());
        _wall.Pass(TimeSpan.FromDays(1));
        Assert.True(await TryAsync());
    }

    [Fact]
    public async Task Limit_LongerLimitOfALaterPolicy_FindsWhatTheShorterOneKept()
    {
        Assert.True(await TryAsync());
        _wall.Pass(TimeSpan.FromDays(32));
        await OthersAsync(0, 10);

        Assert.True(_host.Reload(PolicyOf("1/P1Y")));
        Assert.True(await TryAsync());
        Assert.False(await TryAsync());
    }

    /// <summary>Somebody sets the clock ahead by years, and back a minute later.</summary>
    [Fact]
    public async Task ClockThatIsWrongForAMoment_MakesNoRoom()
    {
        for (var i = 0; i < 3; i++)
            Assert.True(await TryAsync());
        _wall.Offset = TimeSpan.FromDays(4000);
        await OthersAsync(0, 500);
        _wall.Offset = TimeSpan.Zero;
        Assert.False(await TryAsync());

        // And back by years, for as long as the limit says.
        _wall.Offset = TimeSpan.FromDays(-4000);
        _wall.Pass(TimeSpan.FromDays(40));
        await OthersAsync(500, 500);
        Assert.False(await TryAsync());
        _wall.Offset = TimeSpan.Zero;
        Assert.True(await TryAsync());
    }

    /// <summary>What was recorded while the clock ran ahead lies there until that time has come; it keeps nothing else from going.</summary>
    [Fact]
    public async Task ContactsOfALaterTime_KeepNoOthersThere()
    {
        _wall.Offset = TimeSpan.FromDays(40_000);
        await OthersAsync(0, 50);
        _wall.Offset = TimeSpan.Zero;
        for (var week = 1; week < 100; week++)
        {
            await OthersAsync(week * 100, 100);
            _wall.Pass(TimeSpan.FromDays(7));
        }

        Assert.InRange(Contacts.Known, 450, 1050);
    }

    /// <summary>Whoever has had thousands is asked about as cheaply as anybody: what lies in the period is found, not gone through.</summary>
    [Fact]
    public async Task PersonWithThousandsOfContacts_CostsNoMoreThanOneWithAFew()
    {
        Assert.True(_host.Reload(PolicyOf("30000/P7D")));
        Assert.True(await TryAsync());
        var few = await AllocatedAsync();
        for (var i = 0; i < 20_000; i++)
        {
            Assert.True(await TryAsync());
            _wall.Pass(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(await AllocatedAsync(), 1, few + 1000);

        async Task<long> AllocatedAsync()
        {
            // Not one at which a row grows.
            var least = long.MaxValue;
            for (var i = 0; i < 3; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                await TryAsync();
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            return least;
        }
    }

    /// <summary>What is recorded while the clock is back lies before what was recorded ahead of it, whichever came first.</summary>
    [Fact]
    public async Task ContactsOfAClockThatGoesBackAndForth_AreCountedByWhenTheyWere()
    {
        foreach (var day in new[] { 5, -3, 0 })
        {
            _wall.Offset = TimeSpan.FromDays(day);
            Assert.True(await TryAsync());
        }

        Assert.False(await TryAsync());
        // That of three days before is a week old, the others are not.
        _wall.Offset = TimeSpan.FromDays(4);
        Assert.True(await TryAsync());
        Assert.False(await TryAsync());
        _wall.Offset = TimeSpan.FromDays(7);
        Assert.True(await TryAsync());
        Assert.False(await TryAsync());
    }

    /// <summary>A way that is written in another case, or with a blank, is the same way.</summary>
    [Theory]
    [InlineData("Email")]
    [InlineData("EMAIL")]
    [InlineData(" email ")]
    public async Task ChannelInAnotherSpelling_FindsNoFurtherRoom_AndAnotherOneDoes(string spelled)
    {
        Assert.True(_host.Reload(PolicyOf("1/P7D")));
        Assert.True(await TryAsync());

        Assert.Equal(Refusal.Frequency, (await Contacts.TryContactAsync(TestHost.Person(7), "support", spelled)).Refusal);
        Assert.True((await Contacts.TryContactAsync(TestHost.Person(7), "support", "sms")).Allowed);
    }

    /// <summary>Also where the program's culture has another capital of 'i', and where the word looks the same and is composed in another way.</summary>
    [Theory]
    [InlineData("mail-i", "MAIL-I")]
    [InlineData("t\u00e9l\u00e9phone", "te\u0301le\u0301phone")]
    [InlineData("email", "\uff45\uff4d\uff41\uff49\uff4c")]
    [InlineData("odd\ud800", "ODD\ud800")]
    public async Task ChannelInAnotherSpelling_IsTheSameInEveryCulture(string one, string other)
    {
        Assert.True(_host.Reload(PolicyOf("1/P7D")));
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            Assert.True((await Contacts.TryContactAsync(TestHost.Person(7), "support", one)).Allowed);
            Assert.Equal(Refusal.Frequency, (await Contacts.TryContactAsync(TestHost.Person(7), "support", other)).Refusal);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static string PolicyOf(string frequency) => TestHost.Policy.Replace("\"support\":         { \"basis\": \"contract\" }", $"\"support\": {{ \"basis\": \"contract\", \"frequency\": \"{frequency}\" }}");

    private TestHost Host(string policy) => new(policy, services: all => all.AddSingleton<TimeProvider>(_wall));

    private async Task<bool> TryAsync() => (await Contacts.TryContactAsync(TestHost.Person(7), "support", "email")).Allowed;

    private async Task OthersAsync(int first, int count)
    {
        for (var id = first; id < first + count; id++)
            Assert.True((await Contacts.TryContactAsync(TestHost.Person(1000 + id), "support", "email")).Allowed);
    }

    private sealed class Wall : TimeProvider
    {
        private readonly FakeTimeProvider _passing = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

        public TimeSpan Offset { get; set; }

        public override long TimestampFrequency => _passing.TimestampFrequency;

        public void Pass(TimeSpan time) => _passing.Advance(time);

        public override DateTimeOffset GetUtcNow() => _passing.GetUtcNow() + Offset;

        public override long GetTimestamp() => _passing.GetTimestamp();
    }
}
