using Ethics.Crm.Contacts;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Tests.Contacts;

/// <summary>A clock that does something, or fails, while a contact is asked for: there is never room for more than the limit says, and nothing is kept that nobody can find again.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class InterruptedContactTests : IDisposable
{
    private static readonly string Policy = TestHost.Policy.Replace("\"support\":         { \"basis\": \"contract\" }", "\"support\": { \"basis\": \"contract\", \"frequency\": \"1/P7D\" }");

    private readonly Wall _wall = new();
    private readonly TestHost _host;

    public InterruptedContactTests() => _host = new TestHost(Policy, services: services => services.AddSingleton<TimeProvider>(_wall));

    private InMemoryContactLog Contacts => (InMemoryContactLog)_host.Services.GetRequiredService<IContactLog>();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void ClockThatContactsThePersonItself_FindsOrTakesTheOnePlaceThereIs()
    {
        var inside = 0;
        for (var when = 1; when < 12; when++)
        {
            _wall.Pass(TimeSpan.FromDays(8));
            var nested = false;
            _wall.Once(when, () => nested = Try(8));
            var both = Contacts.TryContact(Guid.NewGuid(), [TestHost.Person(7), TestHost.Person(8)], ["support"], "email").Allowed;
            inside += nested ? 1 : 0;

            Assert.Equal((when, _wall.Ends() || !nested), (when, both));
            Assert.False(Try(8));
        }

        Assert.NotEqual(0, inside);
    }

    /// <summary>Those of the others may be forgotten at that moment.</summary>
    [Fact]
    public void ClockThatContactsOthers_LeavesNothingBehind_AndIsNoFaultOfTheCall()
    {
        for (var when = 1; when < 16; when++)
        {
            for (var id = 100; id < 104; id++)
                Assert.True(Try(id));
            _wall.Pass(TimeSpan.FromDays(40));
            _wall.Once(when, () => Assert.True(Try(50)));
            Assert.True(Try(7));
            _wall.Ends();
            _wall.Pass(TimeSpan.FromDays(40));
        }

        Assert.True(Try(7));
        Assert.InRange(Contacts.Known, 1, 12);
    }

    [Fact]
    public void ClockThatFails_LeavesNoContactThatIsNeverForgotten_AndNoRoomForAFurtherOne()
    {
        for (var when = 1; when < 16; when++)
        {
            for (var id = 100; id < 104; id++)
                Assert.True(Try(id));
            _wall.Once(when, static () => throw new IOException("no time"));
            var failed = Record.Exception(() => Try(7));
            var hasFailed = !_wall.Ends();
            Assert.Equal(hasFailed, failed is IOException);
            // Who has failed has contacted nobody.
            Assert.Equal(hasFailed, Try(7));
            Assert.False(Try(7));
            _wall.Pass(TimeSpan.FromDays(40));
        }

        for (var id = 0; id < 20; id++)
            Assert.True(Try(id));
        _wall.Pass(TimeSpan.FromDays(40));
        for (var id = 0; id < 20; id++)
            Assert.True(Try(id));
        Assert.Equal(20, Contacts.Known);
    }

    private bool Try(int id) => Contacts.TryContactAsync(TestHost.Person(id), "support", "email").GetAwaiter().GetResult().Allowed;

    private sealed class Wall : TimeProvider
    {
        private TimeSpan _passed;
        private Action? _asked;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time) => _passed += time;

        /// <summary>At its asking of that number, by either clock.</summary>
        public void Once(int when, Action act)
        {
            var left = when;
            _asked = () =>
            {
                if (--left > 0)
                    return;
                _asked = null;
                act();
            };
        }

        /// <summary>Nothing happens any more.</summary>
        /// <returns>Whether it had not been asked so often.</returns>
        public bool Ends()
        {
            var waits = _asked is not null;
            _asked = null;
            return waits;
        }

        public override DateTimeOffset GetUtcNow()
        {
            _asked?.Invoke();
            return new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) + _passed;
        }

        public override long GetTimestamp()
        {
            _asked?.Invoke();
            return _passed.Ticks;
        }
    }
}
