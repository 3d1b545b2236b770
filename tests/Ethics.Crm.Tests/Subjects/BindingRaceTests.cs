using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Subjects;

/// <summary>Decisions that fall while objects find their person.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class BindingRaceTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task EveryReadBetweenTwoDecisions_FollowsTheOneThatWasAcknowledged()
    {
        var (wrong, settled) = (0, 0);
        for (var person = 1; person <= 40; person++)
        {
            var key = TestHost.Person(person);
            // 0 modulo 4: withdrawn and acknowledged; 2: granted and acknowledged; odd: a decision is under way. Only grows.
            var state = 0;
            await _host.Ledger.GrantAsync(key, "marketing");
            await _host.Ledger.WithdrawAsync(key, "marketing");
            var shared = new Contact { Id = person, Email = "value" };
            using var started = new CountdownEvent(3);
            using var done = new CancellationTokenSource();
            var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
            {
                for (var i = 0; !done.IsCancellationRequested; i++)
                {
                    // A new object binds each time; the shared one is bound already.
                    var contact = i % 2 == 0 ? shared : new Contact { Id = shared.Id, Email = "value" };
                    var before = Volatile.Read(ref state);
                    var seen = In("marketing", () => contact.Email);
                    if (i == 0)
                        started.Signal();
                    if (before % 2 == 1 || before != Volatile.Read(ref state))
                        continue;
                    Interlocked.Increment(ref settled);
                    if (seen != (before % 4 == 2 ? "value" : "ConsentWithdrawn"))
                        Interlocked.Increment(ref wrong);
                }
            })).ToArray();

            started.Wait();
            for (var round = 0; round < 25; round++)
            {
                Volatile.Write(ref state, state + 1);
                await _host.Ledger.GrantAsync(key, "marketing");
                Volatile.Write(ref state, state + 1);
                Thread.Yield();
                Volatile.Write(ref state, state + 1);
                await _host.Ledger.WithdrawAsync(key, "marketing");
                Volatile.Write(ref state, state + 1);
                Thread.Yield();
            }

            done.Cancel();
            await Task.WhenAll(readers);
        }

        Assert.Equal(0, wrong);
        Assert.NotEqual(0, settled);
    }

    [Fact]
    public async Task ObjectsThatBindAtOnce_ShareTheirPersonsSlot()
    {
        for (var person = 1; person <= 200; person++)
        {
            var contacts = Enumerable.Range(0, 4).Select(_ => new Contact { Id = person, Email = "value" }).ToArray();
            Parallel.ForEach(contacts, contact => In("support", () => contact.Email));
            await _host.Ledger.RestrictAsync(TestHost.Person(person), "contested");
            Assert.All(contacts, contact => Assert.Equal("Restriction", In("support", () => contact.Email)));
        }
    }
}
