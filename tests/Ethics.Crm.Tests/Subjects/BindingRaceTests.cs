using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Subjects;

/// <summary>Decisions that fall while objects find their person.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class BindingRaceTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    private const int People = 6;
    private const int Decisions = 20;
    private const int Readers = 2;
    private const int Other = 1000;

    [Fact]
    public async Task EveryReadBetweenTwoDecisions_FollowsTheOneThatWasAcknowledged()
    {
        var (wrong, settled) = (0, 0);
        for (var person = 1; person <= People; person++)
        {
            var key = TestHost.Person(person);
            // 0 modulo 4: withdrawn and acknowledged; 2: granted and acknowledged; odd: a decision is under way. Only grows.
            var state = 0;
            await _host.Ledger.GrantAsync(key, "marketing");
            await _host.Ledger.WithdrawAsync(key, "marketing");
            await _host.Ledger.GrantAsync(TestHost.Person(Other), "marketing");
            var contact = new Contact { Id = person, Email = "value" };
            var message = new Message { From = person, To = Other, Text = "value" };
            using var done = new CancellationTokenSource();
            var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(() =>
            {
                for (var i = 0; !done.IsCancellationRequested; i++)
                {
                    // What is about one person alone shares a slot; what is about two binds one for each object. Objects that are read first now, and some that are bound already.
                    Func<string> read = (i % 4) switch
                    {
                        0 => () => contact.Email,
                        1 => () => message.Text,
                        2 => () => new Contact { Id = contact.Id, Email = "value" }.Email,
                        _ => () => new Message { From = contact.Id, To = Other, Text = "value" }.Text,
                    };
                    var before = Volatile.Read(ref state);
                    var seen = In("marketing", read);
                    if (before % 2 == 1 || before != Volatile.Read(ref state))
                        continue;
                    if (seen != (before % 4 == 2 ? "value" : "ConsentWithdrawn"))
                        Interlocked.Increment(ref wrong);
                    Interlocked.Increment(ref settled);
                }
            })).ToArray();

            for (var decision = 0; decision < Decisions; decision++)
            {
                Volatile.Write(ref state, state + 1);
                if (decision % 2 == 0)
                    await _host.Ledger.GrantAsync(key, "marketing");
                else
                    await _host.Ledger.WithdrawAsync(key, "marketing");
                Volatile.Write(ref state, state + 1);
                // Some reads between each two decisions, however the threads are scheduled; the next decision then falls into the middle of others.
                var enough = Volatile.Read(ref settled) + (4 * Readers);
                SpinWait.SpinUntil(() => Volatile.Read(ref settled) >= enough);
            }

            done.Cancel();
            await Task.WhenAll(readers);
        }

        Assert.Equal(0, wrong);
    }

    [Fact]
    public async Task ObjectsThatBindAtOnce_ShareTheirPersonsSlot()
    {
        for (var person = 1; person <= 40; person++)
        {
            var contacts = Enumerable.Range(0, 4).Select(_ => new Contact { Id = person, Email = "value" }).ToArray();
            Parallel.ForEach(contacts, contact => In("support", () => contact.Email));
            await _host.Ledger.RestrictAsync(TestHost.Person(person), "contested");
            Assert.All(contacts, contact => Assert.Equal("Restriction", In("support", () => contact.Email)));
        }
    }
}
