namespace Ethics.Crm.Policy.Tests.Extends;

public sealed class ExtendsTests
{
    private static readonly string Base = Sample.Policy("\"controller\": { \"name\": \"Fabrikam\", \"contact\": \"a@b\" }, \"entities\": [\"A.**\"]");

    private static string Overlay(string more, string extends = "\"base.policy.json\"") => $"{{ \"version\": 1, \"extends\": [ {extends} ]{(more.Length == 0 ? "" : ", ")}{more} }}";

    private static PolicySource At(string path, string text) => new(path, text);

    [Fact]
    public void Overlay_IsMergedKeyByKey()
    {
        var document = Sample.Table(
            Overlay("\"controller\": { \"contact\": \"c@d\" }, \"purposes\": { \"support\": { \"retention\": \"P1Y\" } }, \"categories\": { \"new\": {} }, \"entities\": [\"B.**\", \"A.**\"]"),
            At("base.policy.json", Base)).Document;

        Assert.Equal(new("Fabrikam", "c@d"), document.Controller);
        Assert.Equal((LawfulBasis.Contract, "P1Y"), (document.Purposes["support"].Basis, document.Purposes["support"].Retention));
        Assert.True(document.Categories.ContainsKey("new") && document.Categories.ContainsKey("health"));
        Assert.Equal(["B.**", "A.**"], document.Entities);
    }

    [Fact]
    public void BaseThatIsNotInTheBuild_NamesTheLineToAdd()
    {
        var error = Sample.Error(Overlay(""));

        Sample.AssertError(error, "ECRM1001", "$.extends[0]");
        Assert.Equal("<EthicsPolicyBase Include=\"base.policy.json\" />", error.Expected);
        Assert.Contains("<EthicsPolicyBase Include=\"base.policy.json\" />", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BaseThatIsNotInTheBuild_IsNotTakenForTheFileItself()
    {
        var error = Assert.Single(PolicyReader.Read(At("/a/bases.policy.json", Overlay("")), []).Errors);
        Assert.Null(error.Suggestion);
        Assert.Equal("bases.policy.json", Assert.Single(PolicyReader.Read(At("/a/p.json", Overlay("")), [At("/b/bases.policy.json", Base)]).Errors).Suggestion);
    }

    [Theory]
    [InlineData("/src/app/ethics.policy.json", "base.policy.json", "/src/app/base.policy.json")]
    [InlineData("/src/app/ethics.policy.json", "../company/base.policy.json", "/src/company/base.policy.json")]
    [InlineData("C:\\src\\app\\ethics.policy.json", "..\\company/base.policy.json", "C:\\src\\company\\base.policy.json")]
    [InlineData("/src/app/ethics.policy.json", "base.policy.json", "/app/output/base.policy.json")]
    [InlineData("ethics.policy.json", "./base.policy.json", "base.policy.json")]
    public void Base_IsFoundByPathElseByName(string own, string extends, string path)
    {
        var result = PolicyReader.Read(At(own, Overlay("", System.Text.Json.JsonSerializer.Serialize(extends))), [At("/other/thing.json", "{"), At(path, Base)]);

        Assert.Empty(result.Errors);
    }

    [Fact]
    public void PathBeatsName_AndTwoOfOneNameAreAmbiguous()
    {
        var wrong = At("/x/base.policy.json", "{");
        Assert.Empty(PolicyReader.Read(At("/a/p.json", Overlay("")), [wrong, At("/a/base.policy.json", Base)]).Errors);
        Assert.Contains("Several base policies", Assert.Single(PolicyReader.Read(At("/a/p.json", Overlay("")), [wrong, At("/b/base.policy.json", Base)]).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorInTheBase_PointsIntoTheBase()
    {
        var error = Sample.Error(Overlay(""), At("base.policy.json", Base.Replace("\"basis\": \"contract\" }, \"billing\"", "\"basis\": \"contrct\" }, \"billing\"")));

        Assert.Equal(("base.policy.json", "$.purposes.support.basis"), (error.File, error.JsonPath));
    }

    [Fact]
    public void ErrorsOfBothFiles_AreReportedTogether() =>
        Assert.Equal(["base.policy.json", "ethics.policy.json"], Sample.Read(Overlay("\"nope\": 1"), At("base.policy.json", Sample.Policy("\"nope\": 1"))).Errors.Select(e => e.File));

    [Theory]
    [InlineData("\"ethics.policy.json\"")]
    [InlineData("\"base.policy.json\"")]
    public void Circle_IsAContradiction(string extends)
    {
        var result = Sample.Read(Overlay("", extends), At("base.policy.json", Overlay("", "\"ethics.policy.json\"")), At("ethics.policy.json", "{}"));

        Assert.Contains(result.Errors, e => e.Id == "ECRM1003" && e.Message.Contains("circle", StringComparison.Ordinal));
    }

    [Fact]
    public void ChainOfThree_IsMergedAndHeld()
    {
        var middle = At("middle.json", Overlay("\"purposes\": { \"support\": { \"retention\": \"P1Y\" } }"));
        var bottom = At("base.policy.json", Base);

        Assert.Equal("P6M", Sample.Table(Overlay("\"purposes\": { \"support\": { \"retention\": \"P6M\" } }", "\"middle.json\""), middle, bottom).Document.Purposes["support"].Retention);
        Sample.AssertError(Sample.Error(Overlay("\"purposes\": { \"support\": { \"retention\": \"P2Y\" } }", "\"middle.json\""), middle, bottom), "ECRM1003", "$.purposes.support.retention");
    }

    [Fact]
    public void Diamond_ReadsTheCommonBaseOnce()
    {
        var left = At("left.json", Overlay("\"purposes\": { \"support\": { \"retention\": \"P1Y\" } }"));
        var right = At("right.json", Overlay("\"purposes\": { \"billing\": { \"retention\": \"P1Y\" } }"));
        var document = Sample.Table(Overlay("", "\"left.json\", \"right.json\""), left, right, At("base.policy.json", Base)).Document;

        Assert.Equal(("P1Y", "P1Y"), (document.Purposes["support"].Retention, document.Purposes["billing"].Retention));
    }

    [Fact]
    public void TwoIndependentBases_MayEachDeclare()
    {
        var first = At("first.json", Sample.Policy("\"recipients\": { \"a\": {} }", categories: "\"c\": {}", purposes: "\"p\": { \"basis\": \"contract\" }"));
        var second = At("second.json", Sample.Policy("\"recipients\": { \"b\": {} }", categories: "\"d\": {}", purposes: "\"q\": { \"basis\": \"contract\" }"));

        Assert.Equal(["a", "b"], Sample.Table(Overlay("", "\"first.json\", \"second.json\""), first, second).Document.Recipients.Keys.Order());
    }

    /// <summary>Each is a base by itself, so neither is held to what the other leaves unsaid: whoever reviews the overlay reviews what it extends.</summary>
    [Fact]
    public void Limit_BaseBesideAnother_GivesDefaultsThatTheOtherLeavesOut()
    {
        var own = At("own.json", Sample.Policy(categories: "\"c\": { \"collectedFor\": [\"support\"] }", purposes: "\"support\": { \"basis\": \"contract\" }"));
        var company = At("company.json", Sample.Policy(categories: "\"c\": {}", purposes: "\"support\": { \"basis\": \"contract\" }"));

        Assert.Equal(["support"], Sample.Table(Overlay("", "\"own.json\", \"company.json\""), own, company).PermittedPurposes(new("c", null)));
        Sample.AssertError(Sample.Error(Overlay("", "\"company.json\", \"own.json\""), own, company), "ECRM1003", "$.categories.c.collectedFor[0]");
    }

    [Fact]
    public void NewPurposeInOverlay_StillNeedsItsBasis() =>
        Sample.AssertError(Sample.Error(Overlay("\"purposes\": { \"extra\": { \"title\": \"More\" } }"), At("base.policy.json", Base)), "ECRM1001", "$.purposes.extra");

    [Fact]
    public void UnusedBase_IsNotRead() => Sample.Table(Base, At("unused.json", "{ nonsense"));

    [Fact]
    public void BaseThatIsNotUtf8_IsOneErrorInIt() =>
        Assert.Equal("base.policy.json", Sample.Error(Overlay(""), PolicySource.NotUtf8("base.policy.json")).File);

    /// <summary>At run time the policy itself is no base, and a base may still name it.</summary>
    [Theory]
    [InlineData("ethics.policy.json")]
    [InlineData("./ethics.policy.json")]
    [InlineData("../elsewhere/ethics.policy.json")]
    public void CircleThroughThePolicyItself_IsAContradiction(string name)
    {
        var error = Sample.Error(Overlay(""), At("base.policy.json", Base.Replace("\"version\": 1,", $"\"version\": 1, \"extends\": [\"{name}\"],", StringComparison.Ordinal)));

        Sample.AssertError(error, "ECRM1003", "$.extends[0]");
        Assert.Equal("base.policy.json", error.File);
        Assert.Contains("ethics.policy.json → base.policy.json → ethics.policy.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DeepChain_IsReadToItsBoundAndRefusedBeyond()
    {
        static PolicySource Link(int i) => At($"p{i}.json", Overlay("", $"\"p{i + 1}.json\""));
        static PolicyResult Chain(int length) => PolicyReader.Read(Link(0), [.. Enumerable.Range(1, length - 2).Select(Link), At($"p{length - 1}.json", Base)]);

        Assert.NotNull(Chain(32).Table);
        Assert.Contains(Chain(33).Errors, e => e.Id == "ECRM1003" && e.Message.Contains("more than 32 files", StringComparison.Ordinal));
        Assert.Contains(Chain(5000).Errors, e => e.Id == "ECRM1003");
    }

    /// <summary>
    /// The compiler gets every file with the path that it has in the sources, in the order of those paths; the program finds them in one folder, in the order of 'extends'.
    /// </summary>
    [Fact]
    public void ChainAndDiamond_SayTheSameInTheBuildAndBesideTheProgram()
    {
        var top = Overlay("\"purposes\": { \"support\": { \"retention\": \"P6M\" } }", "\"../teams/left.json\", \"../teams/right.json\"");
        var left = Overlay("\"purposes\": { \"support\": { \"retention\": \"P1Y\" } }", "\"../company/base.policy.json\"");
        var right = Overlay("\"categories\": { \"contact.email\": { \"only\": [\"support\"] } }", "\"../company/base.policy.json\"");

        var build = PolicyReader.Read(At("/src/app/ethics.policy.json", top), [At("/src/company/base.policy.json", Base), At("/src/teams/left.json", left), At("/src/teams/right.json", right)]);
        var windows = PolicyReader.Read(At("C:\\src\\app\\ethics.policy.json", top), [At("C:\\src\\company\\base.policy.json", Base), At("C:\\src\\teams\\left.json", left), At("C:\\src\\teams\\right.json", right)]);
        var program = PolicyReader.Read(At("/app/ethics.policy.json", top), [At("/app/left.json", left), At("/app/base.policy.json", Base), At("/app/right.json", right)]);

        Assert.Equal(build.Table!.Identity, program.Table!.Identity);
        Assert.Equal(build.Table.Identity, windows.Table!.Identity);
        Assert.Equal(("P6M", "support"), (program.Table.Document.Purposes["support"].Retention, Assert.Single(program.Table.Document.Categories["contact.email"].Only!)));
    }
}
