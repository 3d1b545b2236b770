using System.Text.Json;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Subjects;

/// <summary>Data about several people of whom one is not named: the others are known all the same, and what they have stopped is stopped.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class PartlyKnownTests : IDisposable
{
    private static readonly CustomerId Anna = new(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
    private static readonly SubjectKey OfAnna = SubjectKey.Of<Customer>(Anna);

    private readonly TestHost _host = new(TestHost.Policy.Replace("\"support\":         { \"basis\": \"contract\" }", "\"support\": { \"basis\": \"contract\", \"frequency\": \"1/P1D\" }"));

    public static TheoryData<string> Ways => new("gate", "list", "split", "bound", "stored", "unguarded", "json", "derived", "derived list", "derived bound", "struct", "two at once");

    public void Dispose() => _host.Dispose();

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task RestrictionOfTheOneWhoIsKnown_StopsWhatNeedsNoConsent(string way)
    {
        var read = Reader(way);
        Assert.Equal("value", In("support", read));

        await _host.Ledger.RestrictAsync(OfAnna, "contested");

        Assert.Equal("Restriction", In("support", read));
        Assert.Equal("Restriction", In("support", Reader(way)));
        await _host.Ledger.LiftRestrictionAsync(OfAnna);
        Assert.Equal("value", In("support", read));
    }

    /// <summary>The other one would have to allow it too.</summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ConsentOfTheOneWhoIsKnown_IsNotEnough(string way)
    {
        await _host.Ledger.GrantAsync(OfAnna, "marketing");
        var read = Reader(way);

        Assert.Equal("SubjectUnknown", In("marketing", read));
        Assert.Equal("SubjectUnknown", In("analytics", read));
        Assert.Equal("SubjectUnknown", In("marketing", read));
    }

    [Fact]
    public async Task RestrictionIsAskedWithoutScopeToo_WhereAuditWouldLetItPass()
    {
        _host.Reload(With("\"enforcement\": { \"default\": \"audit\" }"));
        var call = new Call { Caller = Anna, Transcript = "value" };
        Assert.Equal("value", Outcome(() => call.Transcript));

        await _host.Ledger.RestrictAsync(OfAnna, "contested");

        Assert.Equal("Restriction", Outcome(() => call.Transcript));
    }

    /// <summary>It is the person who is restricted, under whichever key, and whenever that comes out.</summary>
    [Fact]
    public async Task MergesAndReloads_CountForTheOneWhoIsKnown_OnObjectsAlreadyRead()
    {
        var (bert, merges) = (SubjectKey.Of<Customer>(Guid.NewGuid()), _host.Services.GetRequiredService<IPersonMerges>());
        var (call, letter) = (new Call { Callee = Anna, Transcript = "value" }, new Letter { From = Anna, Text = "value" });
        await _host.Ledger.RestrictAsync(bert, "contested");
        Assert.Equal(("value", "value"), (In("support", () => call.Transcript), In("support", () => letter.Text)));

        var merge = await merges.MergeAsync(OfAnna, bert);

        Assert.Equal(("Restriction", "Restriction"), (In("support", () => call.Transcript), In("support", () => letter.Text)));
        await merges.UndoAsync(merge);
        Assert.Equal(("value", "value"), (In("support", () => call.Transcript), In("support", () => letter.Text)));
        await _host.Ledger.RestrictAsync(OfAnna, "contested");
        Assert.True(_host.Reload(With("\"enforcement\": { \"default\": \"audit\" }")));
        Assert.Equal(("Restriction", "Restriction"), (In("support", () => call.Transcript), In("support", () => letter.Text)));
    }

    [Fact]
    public void NobodyNamed_IsNobody_AndEverybodyNamedAreAll()
    {
        Assert.Equal("SubjectUnknown", In("analytics", () => new Call { Transcript = "value" }.Transcript));
        Assert.Equal("value", In("analytics", () => new Call { Caller = Anna, Callee = new(Guid.NewGuid()), Transcript = "value" }.Transcript));
    }

    [Fact]
    public void SomebodyUnknown_IsNotContacted_AlsoBesideSomebodyWhoIsKnown()
    {
        using (_host.Services.GetRequiredService<IContactScopes>().Enter("support", "email"))
            Assert.Equal("SubjectUnknown", Outcome(() => new Call { Caller = Anna, Transcript = "value" }.Transcript));
    }

    /// <summary>It says who that is, and whoever records a decision means that one; the object is asked by the gate and by lists.</summary>
    [Fact]
    public async Task Limit_KeyOfAnObject_IsOfTheOneWhoIsNamed_AndADecisionForItKnowsNobodyElse()
    {
        var call = new Call { Caller = Anna, Transcript = "value" };
        await _host.Ledger.GrantAsync(SubjectKey.Of(call), "marketing");

        Assert.True(_host.Decisions.Decide(SubjectKey.Of(call), "contact.email", "marketing").Allowed);
        Assert.Equal("SubjectUnknown", In("marketing", () => call.Transcript));
        Assert.Empty(new[] { call }.PermittedFor("marketing"));
    }

    [Fact]
    public void BoundValue_TellsThatThereIsSomebodyElse()
    {
        var bound = Bound.From(new Call { Caller = Anna, Transcript = "value" }, static call => call.Transcript);

        Assert.Equal([OfAnna, default], bound.GetSubjects());
        var storage = new StorageSerializer();
        Assert.Equal([OfAnna, default], storage.Deserialize<Bound<string?>>(storage.Serialize(bound))!.GetSubjects());
    }

    private Func<string?> Reader(string way)
    {
        var call = new Call { Caller = Anna, Transcript = "value" };
        var chat = new Chat { From = Anna, Text = "value" };
        var couple = new CoupleOfCustomers { Id = Anna, Email = "value" };
        var storage = new StorageSerializer();
        return way switch
        {
            "gate" => () => call.Transcript,
            "struct" => () => new Letter { From = Anna, Text = "value" }.Text,
            "list" => () => new[] { call }.PermittedFor(PurposeScope.Current[0]).Any() ? "value" : WhyNot(call),
            "split" => () => WhyNot(call),
            "bound" => () => Opened(Bound.From(call, static one => one.Transcript)),
            "stored" => () => Opened(storage.Deserialize<Bound<string?>>(storage.Serialize(Bound.From(call, static one => one.Transcript)))!),
            "unguarded" => () => Shown(chat),
            "json" => () => JsonSerializer.Serialize(chat, new JsonSerializerOptions().UsePurposes()).Contains("value", StringComparison.Ordinal) ? "value" : Shown(chat) is "value" ? "left out" : Shown(chat),
            "derived" => () => couple.Email,
            "derived list" => () => new Customer[] { couple }.PermittedFor(PurposeScope.Current[0]).Any() ? "value" : WhyNot<Customer>(couple),
            "derived bound" => () => Opened(Bound.From(couple, static one => one.Email)),
            _ => () => string.Join("", Enumerable.Range(0, 8).AsParallel().Select(_ => Outcome(() => call.Transcript)).Distinct()),
        };
    }

    private static string WhyNot<T>(T item) => new[] { item }.SplitByPermission(PurposeScope.Current[0]).Refused is [var refused] ? refused.Decision.Refusal.ToString()! : "value";

    private static string? Opened<T>(Bound<T> bound) => bound.OpenAsync().GetAwaiter().GetResult() as string;

    private static string Shown(Chat chat)
    {
        var gate = Members.MemberGate.Of(typeof(Chat), typeof(Chat).GetProperty(nameof(Chat.Text))!);
        return Members.ObjectPeople.TryShow(chat, gate.Member, "value", out var shown, out var verdict, out _) ? shown : verdict.Refusal.ToString();
    }

    private static string With(string sections) => TestHost.With(sections);

    public sealed class Chat
    {
        [DataSubjectId(typeof(Customer))]
        public CustomerId From { get; set; }

        [DataSubjectId(typeof(Customer))]
        public CustomerId? To { get; set; }

        [DataCategory("contact.email"), CollectedFor("support", "marketing", "analytics")]
        public string? Text { get; set; }
    }
}

public sealed class CoupleOfCustomers : Customer
{
    [DataSubjectId(typeof(Customer))]
    public CustomerId? Partner { get; set; }
}

public partial struct Letter
{
    [DataSubjectId(typeof(Customer))]
    public CustomerId From { get; set; }

    [DataSubjectId(typeof(Customer))]
    public CustomerId? To { get; set; }

    [DataCategory("contact.email")]
    public partial string? Text { get; set; }
}
