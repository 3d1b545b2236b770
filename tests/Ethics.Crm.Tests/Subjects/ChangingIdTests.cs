using System.Globalization;
using Ethics.Crm.Runtime;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Subjects;

/// <summary>Ids that are objects: one that changes in place equals itself, and must not carry one person's consent over to another.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ChangingIdTests : IDisposable
{
    private readonly TestHost _host = WithAFastPath();

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
        Assert.True(IsReadAtOnce((new Closed(7), new Closed(8))));
        Assert.True(IsReadAtOnce(new Number(7)));
        Assert.True(IsReadAtOnce(DateTimeOffset.UnixEpoch));
        // Where it stands as a part, it may be of a derived type, and that one changes.
        Assert.False(IsReadAtOnce((new Unchanging(7), new Unchanging(8))));
        Assert.False(IsReadAtOnce(new Wrapper(new Grown(7))));
        Assert.False(IsReadAtOnce(new Changing { Value = 7 }));
        Assert.False(IsReadAtOnce((7, new Changing { Value = 7 })));
        Assert.False(IsReadAtOnce<Unchanging>(new Grown(7)));
    }

    [Fact]
    public async Task DerivedIdThatIsChangedInsideAKeyOfSeveralParts_IsThePersonThatItNowNames()
    {
        var id = new Grown(7) { More = 7 };
        var visit = new Visit<(Unchanging, string)> { Id = (id, "north") };
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Assert.Equal("value", In("marketing", () => visit.Text));

        id.More = 8;

        Assert.Equal("ConsentMissing", In("marketing", () => visit.Text));
    }

    /// <summary>People are told apart by text, whatever an equality holds equal.</summary>
    [Fact]
    public async Task IdThatIsReplacedByAnEqualOneOfAnotherText_IsThePersonOfItsText()
    {
        var visit = new Visit<AnyCase> { Id = new AnyCase("A7") };
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Assert.Equal("value", In("marketing", () => visit.Text));

        visit.Id = new AnyCase("a7");

        Assert.Equal("ConsentMissing", In("marketing", () => visit.Text));
        Assert.False(IsReadAtOnce(new AnyCase("A7")));
    }

    /// <summary>Parts that are equal and print another text, in an id that writes its own: each read asks.</summary>
    [Fact]
    public async Task IdOfSeveralPartsThatIsReplacedByAnEqualOneOfAnotherText_IsThePersonOfItsText()
    {
        await Replaced(new OfParts<decimal>(1.0m, 2), new OfParts<decimal>(1.00m, 2));
        await Replaced(new OfParts<decimal?>(1.0m, 2), new OfParts<decimal?>(1.00m, 2));
        await Replaced(new OfParts<double>(0.0, 2), new OfParts<double>(-0.0, 2));
        await Replaced(new OfParts<Half>((Half)0.0, 2), new OfParts<Half>((Half)(-0.0), 2));
        await Replaced(new OfParts<DateTime>(new DateTime(9, DateTimeKind.Utc), 2), new OfParts<DateTime>(new DateTime(9, DateTimeKind.Unspecified), 2));
        await Replaced(new OfParts<DateTimeOffset>(DateTimeOffset.UnixEpoch, 2), new OfParts<DateTimeOffset>(DateTimeOffset.UnixEpoch.ToOffset(TimeSpan.FromHours(1)), 2));
        await Replaced(new OfParts<Amount>(new Amount(1.0m), 2), new OfParts<Amount>(new Amount(1.00m), 2));
        await Replaced(new OfOnePair((1.0m, 2)), new OfOnePair((1.00m, 2)));

        async Task Replaced<T>(T id, T equal)
        {
            Assert.Equal(id, equal);
            var visit = new Visit<T> { Id = id };
            await _host.Ledger.GrantAsync(SubjectKeys.One("contact", id)[0], "marketing");
            Assert.Equal("value", In("marketing", () => visit.Text));

            visit.Id = equal;

            Assert.Equal("ConsentMissing", In("marketing", () => visit.Text));
        }
    }

    /// <summary>Alone, or as the one part of an id, they have one text, which we write.</summary>
    [Fact]
    public void IdWhoseEqualOnesHaveOneText_IsReadAtOnce()
    {
        Assert.True(IsReadAtOnce(1.0m));
        Assert.True(IsReadAtOnce(new Amount(1.0m)));
        Assert.True(IsReadAtOnce((new Amount(1.0m), DateTimeOffset.UnixEpoch)));
        Assert.True(IsReadAtOnce(new OfParts<int>(1, 2)));
        Assert.True(IsReadAtOnce(new OfParts<Guid?>(Guid.NewGuid(), 2)));
        Assert.False(IsReadAtOnce(new OfParts<Amount>(new Amount(1.0m), 2)));
        Assert.False(IsReadAtOnce((new OfParts<double>(1.0, 2), 7)));
    }

    [Fact]
    public async Task AddressOfAnotherUser_IsAnotherPerson()
    {
        var visit = new Visit<Uri> { Id = new Uri("http://anna@fabrikam.example/") };
        Assert.Equal(visit.Id, new Uri("http://bert@fabrikam.example/"));
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Assert.Equal("value", In("marketing", () => visit.Text));

        visit.Id = new Uri("http://bert@fabrikam.example/");

        Assert.Equal("ConsentMissing", In("marketing", () => visit.Text));
    }

    /// <summary>As long as something holds the hosts of the tests before, there may be no code for this one, and each of its reads is slow: then whether an id is read at once says nothing.</summary>
    private static TestHost WithAFastPath()
    {
        TestHost? host = null;
        Assert.True(
            SpinWait.SpinUntil(
                () =>
                {
                    host?.Dispose();
                    host = new TestHost();
                    return IsReadAtOnce(7);
                },
                TimeSpan.FromSeconds(30)),
            "No host in thirty seconds reads anything at once.");
        return host!;
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
        ValueTuple<Unchanging, string> { Item1: Grown grown } => grown.More,
        AnyCase any => any.Text == "A7" ? 7 : 8,
        Uri uri => uri.UserInfo == "anna" ? 7 : 8,
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

    private sealed record Closed(int Value);

    private readonly record struct Number(int Value);

    private sealed record Wrapper(Unchanging Inner);

    private readonly record struct Amount(decimal Value)
    {
        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
    }

    private interface IOwnText;

    private readonly record struct OfParts<T>(T Area, int Number) : IOwnText
    {
        public override string ToString() => Area is DateTime or DateTimeOffset ? FormattableString.Invariant($"{Area:O}/{Number}") : FormattableString.Invariant($"{Area}/{Number}");
    }

    private readonly record struct OfOnePair((decimal Area, int Number) Pair) : IOwnText
    {
        public override string ToString() => FormattableString.Invariant($"{Pair.Area}/{Pair.Number}");
    }

    private sealed class AnyCase(string text) : IEquatable<AnyCase>
    {
        public string Text { get; } = text;

        public bool Equals(AnyCase? other) => string.Equals(Text, other?.Text, StringComparison.OrdinalIgnoreCase);

        public override bool Equals(object? obj) => Equals(obj as AnyCase);

        public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Text);
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
            public static readonly SubjectBinder<T?> Subject = new(static id => id is IOwnText ? SubjectKeys.One("contact", id) : SubjectKeys.One("contact", NumberOf(id)));
        }
    }
}
