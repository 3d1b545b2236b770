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

        public string Email => ReadGate.Permits(Guards.Email.Mask, ref _subject, Id) ? _email : ReadGate.Decide(Guards.Email, Guards.Subject, ref _subject, Id, _email);

        private static class Guards
        {
            public static readonly GuardedMember Email = new("Named.Email", false, ["support", "marketing"], ["support"], ["support", "marketing"], new MemberLabel("Shop.Named.Email", "contact.email", null, []));
            public static readonly SubjectBinder<int> Subject = new(static id => SubjectKeys.One("contact", id));
        }
    }

    private sealed class Hiding : Named
    {
        [DataSubjectId]
        public new int Id { get; set; }
    }
}
