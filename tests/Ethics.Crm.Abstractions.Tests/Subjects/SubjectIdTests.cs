using System.Globalization;
using System.Numerics;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Abstractions.Tests.Subjects;

/// <summary>Equal ids are one person in every form and culture, different ids never are, and what has no text is nobody.</summary>
public sealed class SubjectIdTests
{
    public readonly record struct CustomerId(Guid Value);

    public readonly record struct Number(int Value);

    public sealed record Code(string Value);

    public abstract record EntityId(long Value);

    public sealed record OrderId(long Value) : EntityId(Value);

    public readonly record struct Price(decimal Value);

    public readonly record struct Moment(DateTime Value);

    public readonly record struct Nested(CustomerId Value);

    public readonly record struct Pair(Guid Company, int Number);

    public readonly record struct Hash(byte[] Value);

    /// <summary>As careful code writes it: no log shall show it.</summary>
    public readonly record struct Masked(string Value)
    {
        public override string ToString() => "***";
    }

    public sealed class WithText(int year, int number)
    {
        public override string ToString() => FormattableString.Invariant($"{year}/{number}");
    }

    public sealed class WithCulturedText(decimal value, int part)
    {
        public override string ToString() => $"{value}-{part}";
    }

    public sealed class WithFormat(int year, int number) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? provider) => string.Create(provider, $"{year}.5/{number}");
    }

    public sealed class Plain
    {
        public int A { get; set; } = 1;

        public int B { get; set; } = 2;
    }

    public sealed class Chain
    {
        public Chain? Next { get; set; }

        public static Chain Ring()
        {
            var one = new Chain();
            one.Next = one;
            return one;
        }
    }

    /// <summary>As some generators of ids write them: what was never initialised equals nothing.</summary>
    public readonly struct Initialised(int value) : IEquatable<Initialised>
    {
        private readonly int _value = value;
        private readonly bool _isInitialised = true;

        public bool Equals(Initialised other) => _isInitialised && other._isInitialised && _value == other._value;

        public override bool Equals(object? obj) => obj is Initialised other && Equals(other);

        public override int GetHashCode() => _value;

        public override string ToString() => _isInitialised ? _value.ToString(CultureInfo.InvariantCulture) : "[UNINITIALISED]";
    }

    public enum Branch
    {
        None,
        North,
    }

    private static readonly Guid Id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    public static TheoryData<object, string> Texts => new()
    {
        { new CustomerId(Id), "0f8fad5b-d9cb-469f-a165-70867728950e" },
        { new Nested(new CustomerId(Id)), "0f8fad5b-d9cb-469f-a165-70867728950e" },
        { new Number(7), "7" },
        { new Code("C-7"), "C-7" },
        { new OrderId(7), "7" },
        { new Price(5.00m), "5" },
        { new Masked("anna"), "anna" },
        { new Initialised(7), "7" },
        { new WithText(2026, 3), "2026/3" },
        { new WithCulturedText(1.5m, 3), "1.5-3" },
        { new WithFormat(7, 3), "7.5/3" },
        { 5.00m, "5" },
        { 100m, "100" },
        { 0.10m, "0.1" },
        { decimal.MaxValue, "79228162514264337593543950335" },
        { 0.1234567890123456789012345678m, "0.1234567890123456789012345678" },
        { 1.5d, "1.5" },
        { -7, "-7" },
        { (short)7, "7" },
        { Branch.North, "North" },
        { (Branch)(-5), "-5" },
        { 'x', "x" },
        { new DateOnly(2026, 3, 4), "2026-03-04" },
        { new TimeOnly(1, 2, 3), "01:02:03.0000000" },
        { TimeSpan.FromHours(1.5), "01:30:00" },
        { new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc), "2026-03-04T05:06:07.0000000" },
        { new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(1)), "2026-03-04T04:06:07.0000000+00:00" },
        { new Version(1, 2, 3), "1.2.3" },
        { new Uri("HTTPS://Example.org/a b"), "https://example.org/a%20b" },
        { new Uri("people/7", UriKind.Relative), "people/7" },
        { BigInteger.Pow(10, 20), "100000000000000000000" },
        { (Int128)7, "7" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Id_HasOneText_InEveryCulture(object id, string expected)
    {
        foreach (var culture in new[] { "", "de-DE", "sv-SE", "ar-SA", "fa-IR" })
        {
            using (new Culture(culture))
            {
                Assert.Equal(expected, SubjectKey.Of<SubjectKeyTests.Contact>(id).Id);
                Assert.Equal([SubjectKey.Of<SubjectKeyTests.Contact>(id)], SubjectKeys.One("contact", id));
                Assert.Equal(culture, CultureInfo.CurrentCulture.Name);
            }
        }
    }

    public static TheoryData<object, object> EqualPairs => new()
    {
        { 5.00m, 5m },
        { new Price(5.00m), new Price(5m) },
        { new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc), new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Unspecified) },
        { new Moment(new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc)), new Moment(new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Local)) },
        { new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero), new DateTimeOffset(2026, 3, 4, 6, 6, 7, TimeSpan.FromHours(1)) },
        { new Uri("HTTPS://Example.org/a"), new Uri("https://example.org/a") },
    };

    [Theory]
    [MemberData(nameof(EqualPairs))]
    public void EqualIds_AreOnePerson(object one, object other)
    {
        Assert.Equal(one, other);
        Assert.Equal(SubjectKey.Of<SubjectKeyTests.Contact>(one), SubjectKey.Of<SubjectKeyTests.Contact>(other));
    }

    [Fact]
    public void DifferentIds_AreDifferentPeople()
    {
        object[] ids = [new Masked("anna"), new Masked("bert"), new Code("a"), new Code("A"), 1, 10, 1.0000001m, "1 ", new Uri("https://example.org/profile#me"), new Uri("https://example.org/profile#you")];
        Assert.Equal(ids.Length, ids.Select(id => SubjectKey.Of<SubjectKeyTests.Contact>(id)).Distinct().Count());
    }

    public static TheoryData<object> WithoutText =>
    [
        new byte[] { 1, 2 }, new Hash([1, 2]), new ReadOnlyMemory<byte>([1, 2]), new[] { 7 }, new List<int> { 7 }, new object(), new Plain(), new Pair(Id, 7), (Id, 7), Tuple.Create(Id, 7),
        new KeyValuePair<int, int>(1, 2), new { A = 1, B = 2 }, Chain.Ring(), (Action)(() => { }), new ArraySegment<byte>([1, 2]),
    ];

    [Theory]
    [MemberData(nameof(WithoutText), DisableDiscoveryEnumeration = true)]
    public void IdWithoutText_IsAnArgumentExceptionAndNobodyAtTheGate(object id)
    {
        var refused = Assert.Throws<ArgumentException>(() => SubjectKey.Of<SubjectKeyTests.Contact>(id));
        Assert.Equal("id", refused.ParamName);
        Assert.Contains("no text", refused.Message);
        Assert.Empty(SubjectKeys.One("contact", id));
    }

    [Fact]
    public void TenantWithoutText_IsNobody_AndAnUnsetOneIsNone()
    {
        Assert.Empty(SubjectKeys.OneIn("contact", 7, new byte[] { 1 }));
        Assert.Equal([new SubjectKey(null, "contact", "7")], SubjectKeys.OneIn("contact", 7, Guid.Empty));
        Assert.Equal([new SubjectKey(null, "contact", "7")], SubjectKeys.OneIn<int, int?>("contact", 7, null));
        Assert.Equal([new SubjectKey("3", "contact", "7")], SubjectKeys.OneIn("contact", 7, new Number(3)));
        Assert.Empty(SubjectKeys.OneIn("contact", 0, 3));
    }

    public static TheoryData<object> UnsetIds =>
    [
        default(CustomerId), default(Nested), default(Number), new Code(""), new OrderId(0), default(Price), default(Pair), default(Initialised), Branch.None, default(DateOnly), default(TimeSpan),
        default(DateTimeOffset), new DateTimeOffset(0, TimeSpan.Zero), default(BigInteger), default(Int128), new DateTime(0, DateTimeKind.Utc), -0.0d,
    ];

    [Theory]
    [MemberData(nameof(UnsetIds), DisableDiscoveryEnumeration = true)]
    public void UnsetId_IsAnArgumentExceptionAndNobodyAtTheGate(object id)
    {
        Assert.Contains("unset", Assert.Throws<ArgumentException>(() => SubjectKey.Of<SubjectKeyTests.Contact>(id)).Message);
        Assert.Empty(SubjectKeys.One("contact", id));
    }

    [Fact]
    public void TypedKeys_AreUnsetToo()
    {
        Assert.Empty(SubjectKeys.One("contact", default(CustomerId)));
        Assert.Empty(SubjectKeys.One<CustomerId?>("contact", null));
        Assert.Empty(SubjectKeys.One<CustomerId?>("contact", default(CustomerId)));
        Assert.Empty(SubjectKeys.One("contact", default(Initialised)));
        Assert.Equal([new SubjectKey(null, "contact", Id.ToString("D"))], SubjectKeys.One<CustomerId?>("contact", new CustomerId(Id)));
    }

    [Fact]
    public void Limit_IdsThatOnlyTheirOwnEqualityHoldsEqual_AreTwoPeople()
    {
        // The text cannot know what an Equals of one's own ignores; such an id has to be normalised where it is made.
        Assert.Equal(new Uri("https://example.org/7"), new Uri("https://user@example.org/7"));
        Assert.NotEqual(SubjectKey.Of<SubjectKeyTests.Contact>(new Uri("https://example.org/7")), SubjectKey.Of<SubjectKeyTests.Contact>(new Uri("https://user@example.org/7")));
    }

    private sealed class Culture : IDisposable
    {
        private readonly CultureInfo _before = CultureInfo.CurrentCulture;

        public Culture(string name) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);

        public void Dispose() => CultureInfo.CurrentCulture = _before;
    }
}
