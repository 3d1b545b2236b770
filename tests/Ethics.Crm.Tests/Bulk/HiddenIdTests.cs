using Ethics.Crm.Runtime;
using Ethics.Crm.Tests.Fixtures;

namespace Ethics.Crm.Tests.Bulk;

/// <summary>A class that hides the id of its base names another person than the slot of the base does: its objects are asked by key, whatever the list is of.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class HiddenIdTests
{
    [Fact]
    public async Task HiddenId_IsAnsweredTheSame_InAListOfWhateverType()
    {
        using var host = new TestHost();
        await host.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        var hiding = new Hiding { Id = 2 };
        ((Named)hiding).Id = 1;
        var named = new Named { Id = 1 };

        Assert.Equal(
            new object[] { hiding, named }.PermittedFor("marketing"),
            [.. new[] { hiding }.PermittedFor("marketing"), .. new[] { named }.PermittedFor("marketing")]);
        Assert.Equal(new object[] { hiding, named }.PermittedFor("marketing"), new Named[] { hiding, named }.PermittedFor("marketing"));
        Assert.Equal([named], new Named[] { hiding, named }.PermittedFor("marketing"));
    }

    /// <summary>One id, and two people who have it: the one that the base names, and the one that an interface names.</summary>
    [Fact]
    public async Task FurtherNameOfAPerson_IsAskedForToo_InAListOfWhateverType()
    {
        using var host = new TestHost();
        var (one, another) = (new Both { Id = 1 }, new Both { Id = 2 });
        foreach (var id in new[] { "1", "2" })
            await host.Ledger.GrantAsync(new(null, "contact", id), "marketing");
        await host.Ledger.GrantAsync(new(null, "member", "2"), "marketing");

        for (var again = 0; again < 2; again++)
        {
            Assert.Equal([another], new[] { one, another }.PermittedFor("marketing"));
            Assert.Equal([another], new Named[] { one, another }.PermittedFor("marketing"));
            Assert.Equal([another], new object[] { one, another }.PermittedFor("marketing"));
            Assert.Equal([another], new[] { one, another }.SplitByPermission("marketing").Permitted);
        }

        await host.Ledger.RestrictAsync(new(null, "member", "2"), "contested");
        Assert.Empty(new Named[] { one, another }.PermittedFor("marketing"));
    }

    /// <summary>The gate is in the class that declares the member; it answers as the lists do.</summary>
    [Fact]
    public async Task FurtherNameInADerivedClass_IsAskedForByTheGateOfItsBase_AsByLists()
    {
        using var host = new TestHost();
        await host.Ledger.GrantAsync(new(null, "contact", "1"), "marketing");

        Assert.Equal("ConsentMissing", Reading.In("marketing", () => new Both { Id = 1 }.Email));
        Assert.Empty(new[] { new Both { Id = 1 } }.PermittedFor("marketing"));
        Assert.Equal("value", Reading.In("marketing", () => new Named { Id = 1 }.Email));
    }

    [Fact]
    public async Task SecondApplicationThatHasStopped_IsInNobodysWay()
    {
        using var host = new TestHost();
        await host.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        var items = new[] { new Named { Id = 1 }, new Named { Id = 1 }, new Named { Id = 1 } };
        var second = new TestHost();
        using var asked = new[] { items[0], items[1] }.Concat(Later()).PermittedFor("marketing").GetEnumerator();

        Assert.True(asked.MoveNext());
        Assert.Same(items[2], asked.Current);

        IEnumerable<Named> Later()
        {
            Decisions.HostRegistry.Instance.Stop(second.Host);
            yield return items[2];
        }
    }

    [DataSubject("contact")]
    private class Named
    {
        private SubjectSlot<int> _subject;
        private readonly string _email = "value";

        [DataSubjectId]
        public int Id { get; set; }

        public string Email => ReadGate.Permits(Guards.Email.Mask, ref _subject, Id) ? _email : ReadGate.Decide(Guards.Email, Guards.Subject.For(this, GetType()), ref _subject, Id, _email);

        private static class Guards
        {
            public static readonly GuardedMember Email = new("Named.Email", false, ["support", "marketing"], ["support"], ["support", "marketing"], new MemberLabel("Shop.Named.Email", "contact.email", null, []));
            public static readonly SubjectBinder<int> Subject = new(static id => SubjectKeys.One("contact", id), typeof(Named));
        }
    }

    [DataSubject("member")]
    private interface IMember;

    private sealed class Both : Named, IMember;

    private sealed class Hiding : Named
    {
        [DataSubjectId]
        public new int Id { get; set; }
    }
}
