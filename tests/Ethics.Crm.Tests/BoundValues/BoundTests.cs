using System.Text.Json;
using Ethics.Crm.Tests.Fixtures;
using Ethics.Crm.Tests.Storage;

namespace Ethics.Crm.Tests.BoundValues;

/// <summary>A value on its way keeps its labels and people, and is opened only where a read of its member would be permitted.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class BoundTests : IDisposable
{
    private readonly TestHost _host = new();
    private readonly StorageSerializer _storage = new();

    private static Member Jane => new(7, "address", "Jay", 30);

    public void Dispose() => _host.Dispose();

    private static async Task<string> In(string purpose, Bound<string> bound)
    {
        using (PurposeScope.Enter(purpose))
            return await Outcome(bound);
    }

    private static async Task<string> Outcome(Bound<string> bound)
    {
        try
        {
            return await bound.OpenAsync();
        }
        catch (PurposeViolationException refused)
        {
            Assert.Equal("Member.Email", refused.Member);
            Assert.DoesNotContain("address", refused.ToString());
            return refused.Refusal.ToString();
        }
    }

    [Fact]
    public async Task Value_IsTakenOutWithoutPurpose_AndOpenedForThoseOfItsMember()
    {
        var bound = Bound.From(Jane, one => one.Email);

        Assert.Equal("NoScope", await Outcome(bound));
        Assert.Equal("address", await In("support", bound));
        Assert.Equal("NotPermitted", await In("billing", bound));
        Assert.Equal("UnknownPurpose", await In("astrology", bound));
        Assert.Equal(TestHost.Person(7), Assert.Single(bound.GetSubjects()));
    }

    [Fact]
    public async Task Value_FollowsThePerson_AtEachOpening()
    {
        var bound = Bound.From(Jane, one => one.Email);

        Assert.Equal("ConsentMissing", await In("marketing", bound));
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Assert.Equal("address", await In("marketing", bound));
        await _host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing");
        Assert.Equal("ConsentWithdrawn", await In("marketing", bound));
        await _host.Ledger.RestrictAsync(TestHost.Person(7), "she disputes it");
        Assert.Equal("Restriction", await In("support", bound));
    }

    [Fact]
    public async Task Value_FollowsThePolicy_AtEachOpening()
    {
        var bound = Bound.From(Jane, one => one.Email);
        Assert.Equal("NotPermitted", await In("billing", bound));

        Assert.True(_host.Reload(TestHost.Policy.Replace("\"fraud\"]", "\"fraud\", \"billing\"]")));
        Assert.Equal("address", await In("billing", bound));
        Assert.True(_host.Reload(TestHost.With("""  "enforcement": { "default": "redact" }""")));
        Assert.Equal("•••", await In("billing", bound));
    }

    [Fact]
    public async Task MappedValue_IsBoundAsTheFirst()
    {
        var length = Bound.From(Jane, one => one.Email).Map(email => email.Length);

        using (PurposeScope.Enter("support"))
            Assert.Equal(7, await length.OpenAsync());
        using (PurposeScope.Enter("billing"))
            await Assert.ThrowsAsync<PurposeViolationException>(() => length.OpenAsync());
        Assert.Equal("Member.Email", length.Source);
        Assert.Single(length.GetSubjects());
    }

    [Fact]
    public void UnguardedMember_IsBoundByItsLabel()
    {
        var bound = Bound.From(new RowForLess { Id = 7, Email = "address" }, one => one.Email);

        Assert.Empty(bound.GetSubjects());
        Assert.Equal("RowForLess.Email", bound.Source);
    }

    [Fact]
    public void WhatHasNoLabel_OrIsNoMember_IsAnArgumentError()
    {
        Assert.Contains("'Row.Email' has no label", Assert.Throws<ArgumentException>(() => Bound.From(new Row { Email = "address" }, one => one.Email)).Message);
        Assert.Contains("of the object itself", Assert.Throws<ArgumentException>(() => Bound.From(Jane, one => one.Email.Length)).Message);
        Assert.Contains("of the object itself", Assert.Throws<ArgumentException>(() => Bound.From(Jane, one => "text")).Message);
        Assert.Throws<ArgumentNullException>(() => Bound.From((Member)null!, one => one.Email));
    }

    [Fact]
    public async Task AskedInACancelledCall_ItDoesNotOpen()
    {
        using (PurposeScope.Enter("support"))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Bound.From(Jane, one => one.Email).OpenAsync(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task StoredValue_ComesBackBound()
    {
        var stored = _storage.SerializeToString(new Job("send", Bound.From(Jane, one => one.Email)));
        var back = _storage.DeserializeFromString<Job>(stored)!;

        Assert.Equal("NoScope", await Outcome(back.To));
        Assert.Equal("address", await In("support", back.To));
        Assert.Equal("ConsentMissing", await In("marketing", back.To));
        Assert.Equal("NotPermitted", await In("billing", back.To));
        Assert.Equal(TestHost.Person(7), Assert.Single(back.To.GetSubjects()));
        // What the code said then and says now may differ in form; it does not grow.
        var again = _storage.SerializeToString(back);
        Assert.Equal(again, _storage.SerializeToString(_storage.DeserializeFromString<Job>(again)!));
    }

    [Fact]
    public async Task StoredLabel_CannotPermitMoreThanTheMemberDoesNow()
    {
        var forged = _storage.SerializeToString(Bound.From(Jane, one => one.Nickname!)).Replace("\"collectedFor\":[\"support\"]", "\"collectedFor\":[\"support\",\"marketing\"]", StringComparison.Ordinal);
        Assert.Contains("marketing", forged);
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");

        var back = _storage.DeserializeFromString<Bound<string>>(forged)!;

        using (PurposeScope.Enter("marketing"))
            await Assert.ThrowsAsync<PurposeViolationException>(() => back.OpenAsync());
        using (PurposeScope.Enter("support"))
            Assert.Equal("Jay", await back.OpenAsync());
    }

    [Theory]
    [InlineData("Storage.Member.Nickname", "Storage.Gone.Nickname")]
    [InlineData("Ethics.Crm.Tests.Storage.Member.Nickname", "")]
    public void StoredValueOfAMemberThatIsThereNoMore_DoesNotComeBack(string member, string instead)
    {
        var stored = _storage.SerializeToString(Bound.From(Jane, one => one.Nickname!)).Replace(member, instead, StringComparison.Ordinal);

        Assert.Contains("there is no such member any more", Assert.Throws<StoredLabelException>(() => _storage.DeserializeFromString<Bound<string>>(stored)).Message);
    }

    [Fact]
    public void StoredBoundValue_ComesBackAsNothingElse()
    {
        var stored = _storage.Serialize(new Job("send", Bound.From(Jane, one => one.Email)));

        Assert.Throws<StoredLabelException>(() => _storage.Deserialize<JsonElement>(stored));
        Assert.Throws<StoredLabelException>(() => _storage.Deserialize<PlainJob>(stored));
        Assert.Throws<StoredLabelException>(() => _storage.Deserialize<PlainValue>(_storage.Serialize(Bound.From(Jane, one => one.Email))));
    }

    [Fact]
    public async Task ComputedMember_IsTakenOutUnderWhatItReads()
    {
        var shown = new Shown { Member = Jane };
        Assert.Equal("Member.Email", Assert.Throws<PurposeViolationException>(() => Bound.From(shown, one => one.Text)).Member);

        using (PurposeScope.Enter("support"))
            Assert.Equal("<address>", await Bound.From(shown, one => one.Text).OpenAsync());
    }

    [Fact]
    public async Task ConversionOfTheValue_IsAComputation_UnlessItIsTheSameValue()
    {
        Assert.Contains("of the object itself", Assert.Throws<ArgumentException>(() => Bound.From<Member, long>(Jane, one => one.Age)).Message);
        using (PurposeScope.Enter("support"))
        {
            Assert.Equal(30, await Bound.From<Member, int?>(Jane, one => one.Age).OpenAsync());
            Assert.Equal((object)"address", await Bound.From<Member, object>(Jane, one => one.Email).OpenAsync());
        }
    }

    [Fact]
    public async Task Refusal_IsInTheTask_SoThatOthersOpenBesideIt()
    {
        var refused = Bound.From(Jane, one => one.Email).OpenAsync();
        await Assert.ThrowsAsync<PurposeViolationException>(() => refused);
    }

    [Theory]
    [InlineData("""{"ethics":1,"labels":{},"bounds":1,"value":"address"}""")]
    [InlineData("""{"ethics":1,"labels":{},"bounds":1,"value":{"value":"address"}}""")]
    [InlineData("""{"ethics":1,"labels":{},"bounds":1,"value":{"bound":"A.B","nullable":false,"labels":[],"subjects":[],"value":"address"}}""")]
    [InlineData("""{"ethics":1,"labels":{},"bounds":1,"value":{"bound":"A.B","nullable":false,"labels":3,"subjects":[],"value":"address"}}""")]
    [InlineData("""{"ethics":1,"labels":{},"bounds":1,"value":{"bound":"A.B","nullable":1,"labels":[{"member":3}],"subjects":[],"value":"address"}}""")]
    public void ValueWithoutLabel_DoesNotComeBack(string stored) =>
        Assert.DoesNotContain("address", Assert.ThrowsAny<JsonException>(() => _storage.DeserializeFromString<Bound<string>>(stored)).Message);

    public sealed record Job(string Name, Bound<string> To);

    public sealed record PlainJob(string Name, PlainValue To);

    public sealed class PlainValue
    {
        public string? Value { get; set; }
    }

    public sealed class Shown
    {
        public Member? Member { get; set; }

        [DataCategory("contact.email"), CollectedFor("support")]
        public string Text => $"<{Member?.Email}>";
    }
}
