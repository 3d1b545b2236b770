namespace Ethics.Crm.Policy.Tests.Resolution;

public sealed class CodeTests
{
    private readonly PolicyTable _table = Sample.Table(Sample.Policy("""
        "recipients": { "m": {} },
        "code": { "Acme.Marketing.**": ["marketing"], "Acme.Marketing.Tools": ["support"], "Acme.Scoring.**": { "purposes": ["credit"], "only": true }, "Acme.Marketing.Tests.**": null },
        "sinks": [ { "method": "Acme.Mail.Send*", "disclosesTo": "m" }, { "method": "Acme.Mail.SendLog(System.String)", "log": true }, { "method": "Acme.Bag.this[]", "log": true } ],
        "anonymizers": [ { "method": "Acme.Stats.Count*" } ],
        "entities": [ "Acme.Data.**" ]
        """));

    [Fact]
    public void Namespace_CoversItsMembers()
    {
        Assert.Equal(["marketing"], _table.FindCode(["Acme.Marketing.Job.Run", "Acme.Marketing.Job"])!.Purposes);
        Assert.Null(_table.FindCode(["Acme.MarketingJob.Run", "Acme.MarketingJob"]));
    }

    [Fact]
    public void MostExactPattern_WinsOverAllNames() => Assert.Equal(["support"], _table.FindCode(["Acme.Marketing.Tools.Run", "Acme.Marketing.Tools"])!.Purposes);

    [Fact]
    public void NullEntry_TakesCodeOut() => Assert.Null(_table.FindCode(["Acme.Marketing.Tests.Job.Run", "Acme.Marketing.Tests.Job"]));

    [Fact]
    public void Only_IsACeiling()
    {
        Assert.True(_table.FindCode(["Acme.Scoring.Job.Run"])!.Only);
        Assert.False(_table.FindCode(["Acme.Marketing.Job.Run"])!.Only);
    }

    [Fact]
    public void Sinks_AreFoundByOverload()
    {
        Assert.Equal("m", _table.FindSink("Acme.Mail.SendLog", ["System.Int32"])!.DisclosesTo);
        Assert.True(_table.FindSink("Acme.Mail.SendLog", ["System.String"])!.Log);
        Assert.Equal("m", _table.FindSink("Acme.Mail.SendTo", null)!.DisclosesTo);
        Assert.True(_table.FindSink("Acme.Bag.this[]", null)!.Log);
        Assert.Null(_table.FindSink("Acme.Mail.Receive", []));
    }

    /// <summary>Metadata calls them <c>T..ctor</c>.</summary>
    [Theory]
    [InlineData("Acme.Message.ctor")]
    [InlineData("Acme.Message..ctor")]
    public void Constructors_AreSinksAndAnonymizersByOverload(string name)
    {
        var table = Sample.Table(Sample.Policy("\"sinks\": [ { \"method\": \"Acme.Message.ctor(string)\", \"log\": true } ], \"anonymizers\": [ { \"method\": \"Acme.*.ctor\" } ]"));

        Assert.NotNull(table.FindSink(name, ["System.String"]));
        Assert.Null(table.FindSink(name, ["System.Int32"]));
        Assert.Null(table.FindSink(name, []));
        Assert.NotNull(table.FindAnonymizer(name, []));
        Assert.Null(table.FindAnonymizer("Acme.Deep.Message.ctor", []));
    }

    [Fact]
    public void AnonymizersAndEntities_AreFound()
    {
        Assert.NotNull(_table.FindAnonymizer("Acme.Stats.CountAll", []));
        Assert.Null(_table.FindAnonymizer("Acme.Stats.All", []));
        Assert.True(_table.IsEntity("Acme.Data.Customer"));
        Assert.False(_table.IsEntity("Acme.Web.Customer"));
    }
}
