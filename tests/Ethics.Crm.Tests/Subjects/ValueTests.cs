using System.Runtime.CompilerServices;
using Ethics.Crm.Runtime;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Subjects;

/// <summary>Values about people: a copy has no identity, and no slot; consent follows the person whom its id names.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ValueTests : IDisposable
{
    // Of a number and that much more, the places are the same: see the first test.
    private const int SamePlace = 7;
    private const int AlsoThere = 262;

    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void TheseTwoNumbers_HaveOnePlace()
    {
        var slots = new SubjectSlots<int>();
        ref var one = ref slots.Of(SamePlace);

        Assert.True(Unsafe.AreSame(ref one, ref slots.Of(AlsoThere)));
        Assert.False(Unsafe.AreSame(ref one, ref slots.Of(8)));
    }

    [Fact]
    public async Task Copy_FollowsItsOwnId()
    {
        await _host.Ledger.GrantAsync(Lodger(7), "marketing");
        var lodger = new Lodger { Id = 7, Email = "value" };
        var copy = lodger with { Id = 8 };

        Assert.Equal("value", In("marketing", () => lodger.Email));
        Assert.Equal("ConsentMissing", In("marketing", () => copy.Email));
        copy.Id = 7;
        Assert.Equal("value", In("marketing", () => copy.Email));
        lodger.Id = 0;
        Assert.Equal("SubjectUnknown", In("marketing", () => lodger.Email));
    }

    [Fact]
    public async Task Withdrawal_InsideAnOpenScope_HoldsAtTheNextRead_OfEveryCopy()
    {
        await _host.Ledger.GrantAsync(Lodger(7), "marketing");
        var lodger = new Lodger { Id = 7, Email = "value" };
        var copies = Enumerable.Repeat(lodger, 3).ToArray();

        using (PurposeScope.Enter("marketing"))
        {
            Assert.All(copies, copy => Assert.Equal("value", Outcome(() => copy.Email)));
            await _host.Ledger.WithdrawAsync(Lodger(7), "marketing");
            Assert.All(copies, copy => Assert.Equal("ConsentWithdrawn", Outcome(() => copy.Email)));
            Assert.Equal("ConsentWithdrawn", Outcome(() => lodger.Email));
            await _host.Ledger.GrantAsync(Lodger(7), "marketing");
            Assert.Equal("value", Outcome(() => lodger.Email));
        }
    }

    [Fact]
    public async Task PeopleOfOnePlace_NeverTakeEachOthersConsent()
    {
        await _host.Ledger.GrantAsync(Lodger(SamePlace), "marketing");
        var asked = new Lodger { Id = SamePlace, Email = "value" };
        var other = new Lodger { Id = AlsoThere, Email = "value" };

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("value", In("marketing", () => asked.Email));
            Assert.Equal("ConsentMissing", In("marketing", () => other.Email));
        }
    }

    [Fact]
    public async Task PeopleOfOnePlace_OnSeveralThreads_NeverTakeEachOthersConsent()
    {
        await _host.Ledger.GrantAsync(Lodger(SamePlace), "marketing");
        var wrong = 0;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() =>
        {
            var lodger = new Lodger { Id = number % 2 == 0 ? SamePlace : AlsoThere, Email = "value" };
            var expected = number % 2 == 0 ? "value" : "ConsentMissing";
            using (PurposeScope.Enter("marketing"))
            {
                for (var i = 0; i < 500; i++)
                {
                    if (Outcome(() => lodger.Email) != expected)
                        Interlocked.Increment(ref wrong);
                }
            }
        })));

        Assert.Equal(0, wrong);
    }

    [Fact]
    public async Task ReadsThatStartAfterAWithdrawalReturned_AreNeverAllowed()
    {
        var leaks = 0;
        for (var round = 1; round <= 50; round++)
        {
            var lodger = new Lodger { Id = round, Email = "value" };
            await _host.Ledger.GrantAsync(Lodger(round), "marketing");
            var withdrawn = 0;
            var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                using (PurposeScope.Enter("marketing"))
                {
                    for (var i = 0; i < 100; i++)
                    {
                        var after = Volatile.Read(ref withdrawn) == 1;
                        if (Outcome(() => lodger.Email) == "value" && after)
                            Interlocked.Increment(ref leaks);
                    }
                }
            })).ToArray();
            await _host.Ledger.WithdrawAsync(Lodger(round), "marketing");
            Volatile.Write(ref withdrawn, 1);
            await Task.WhenAll(readers);
        }

        Assert.Equal(0, leaks);
    }

    [Fact]
    public void ChangedPolicy_HoldsAtTheNextRead_InAnOpenScope()
    {
        var lodger = new Lodger { Id = 7, Email = "value" };
        using (PurposeScope.Enter("support"))
        {
            Assert.Equal("value", Outcome(() => lodger.Email));
            Assert.True(_host.Reload(TestHost.Policy.Replace("[\"support\", \"marketing\"", "[\"marketing\"")));
            Assert.Equal("NotPermitted", Outcome(() => lodger.Email));
            Assert.True(_host.Reload(TestHost.Policy));
            Assert.Equal("value", Outcome(() => lodger.Email));
        }
    }

    [Fact]
    public async Task AnotherHost_KnowsItsOwnPeople()
    {
        using var second = new TestHost();
        await second.Ledger.GrantAsync(Lodger(7), "marketing");
        var lodger = new Lodger { Id = 7, Email = "value" };

        for (var i = 0; i < 3; i++)
        {
            using (PurposeScope.Enter(second.Host, ["marketing"]))
                Assert.Equal("value", Outcome(() => lodger.Email));
            using (PurposeScope.Enter(_host.Host, ["marketing"]))
                Assert.Equal("ConsentMissing", Outcome(() => lodger.Email));
        }
    }

    [Fact]
    public async Task Collection_ChangesNoAnswer()
    {
        await _host.Ledger.GrantAsync(Lodger(7), "marketing");
        var lodger = new Lodger { Id = 7, Email = "value" };
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("value", In("marketing", () => lodger.Email));
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        await _host.Ledger.WithdrawAsync(Lodger(7), "marketing");
        Assert.Equal("ConsentWithdrawn", In("marketing", () => lodger.Email));
    }

    /// <summary>The gate had never asked for it: what it does may not become what a read does.</summary>
    [Fact]
    public async Task IdWhoseHashThrows_IsReadAllTheSame()
    {
        await _host.Ledger.GrantAsync(new SubjectKey(null, "traveller", "7"), "marketing");
        var traveller = new Traveller { Id = new Unhashable(7), Email = "value" };

        Assert.Equal("value", In("marketing", () => traveller.Email));
        traveller.Id = new Unhashable(8);
        Assert.Equal("ConsentMissing", In("marketing", () => traveller.Email));
        traveller.Id = null;
        Assert.Equal("SubjectUnknown", In("marketing", () => traveller.Email));
    }

    [Fact]
    public void SecondRead_AllocatesNothing_AndTakesTheFastPath()
    {
        var lodger = new Lodger { Id = 7, Email = "value" };
        var read = 0;
        using (PurposeScope.Enter("support"))
        {
            read += lodger.Email.Length;
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
                read += lodger.Email.Length;
            // A collection in between, of another thread's making, makes one read of them a first one.
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000);
        }

        Assert.Equal(505, read);
    }

    private static SubjectKey Lodger(int id) => new(null, "lodger", id.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

[DataSubject("lodger")]
public partial struct Lodger
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email")]
    public partial string Email { get; set; }
}

[DataSubject("traveller")]
public partial struct Traveller
{
    [DataSubjectId]
    public Unhashable? Id { get; set; }

    [DataCategory("contact.email")]
    public partial string Email { get; set; }
}

public sealed class Unhashable(int number)
{
    private readonly int _number = number;

    public override bool Equals(object? obj) => obj is Unhashable other && other._number == _number;

    public override int GetHashCode() => throw new NotSupportedException();

    public override string ToString() => _number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
