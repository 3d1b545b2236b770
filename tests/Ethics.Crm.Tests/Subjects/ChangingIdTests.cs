using Ethics.Crm.Runtime;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Subjects;

/// <summary>Ids that are objects: one that changes in place equals itself, and must not carry one person's consent over to another.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ChangingIdTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task IdThatIsChangedInPlace_IsThePersonThatItNowNames()
    {
        var id = new Changing { Value = 7 };
        var visit = new Visit<Changing> { Id = id };
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Assert.Equal("value", In("marketing", () => visit.Text));

        id.Value = 8;
        Assert.Equal("ConsentMissing", In("marketing", () => visit.Text));
        visit.Id = new Changing { Value = 8 };
        Assert.Equal("ConsentMissing", In("marketing", () => visit.Text));
        Assert.Equal("value", In("marketing", () => new Visit<Changing> { Id = new Changing { Value = 7 } }.Text));
    }

    [Fact]
    public async Task IdInsideAnotherValue_CountsToo()
    {
        var id = new Changing { Value = 7 };
        var visit = new Visit<(Changing, string)> { Id = (id, "north") };
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Assert.Equal("value", In("marketing", () => visit.Text));

        id.Value = 8;

        Assert.Equal("ConsentMissing", In("marketing", () => visit.Text));
    }

    [Fact]
    public void IdThatCannotChange_IsReadAtOnce_AndOneThatCanIsNot()
    {
        Assert.True(IsReadAtOnce(7));
        Assert.True(IsReadAtOnce("7"));
        Assert.True(IsReadAtOnce(Guid.NewGuid()));
        Assert.True(IsReadAtOnce((7, "north", (long?)8)));
        Assert.True(IsReadAtOnce(new Unchanging(7)));
        Assert.True(IsReadAtOnce((new Unchanging(7), new Unchanging(8))));
        Assert.False(IsReadAtOnce(new Changing { Value = 7 }));
        Assert.False(IsReadAtOnce((7, new Changing { Value = 7 })));
        Assert.False(IsReadAtOnce<Unchanging>(new Grown(7)));
    }

    private static bool IsReadAtOnce<T>(T id)
    {
        var visit = new Visit<T> { Id = id };
        using (PurposeScope.Enter("support"))
            return visit.Text == "value" && visit.IsReadAtOnce;
    }

    private static int NumberOf(object? id) => id switch
    {
        Changing changing => changing.Value,
        ValueTuple<Changing, string> pair => pair.Item1.Value,
        _ => 7,
    };

    private sealed record Changing
    {
        public int Value { get; set; }
    }

    private record Unchanging(int Value);

    private sealed record Grown(int Value) : Unchanging(Value)
    {
        public int More { get; set; }
    }

    private sealed class Visit<T>
    {
        private SubjectSlot<T?> _subject;

        public T? Id { get; set; }

        public bool IsReadAtOnce => ReadGate.Permits(Guards.Text.Mask, ref _subject, Id);

        public string Text => ReadGate.Permits(Guards.Text.Mask, ref _subject, Id) ? "value" : ReadGate.Decide(Guards.Text, Guards.Subject, ref _subject, Id, "value");

        private static class Guards
        {
            public static readonly GuardedMember Text = new("Visit.Text", false, ["support"], ["support"], ["support"], new MemberLabel("Shop.Visit.Text", "contact.email", null, []));
            public static readonly SubjectBinder<T?> Subject = new(static id => SubjectKeys.One("contact", NumberOf(id)));
        }
    }
}
