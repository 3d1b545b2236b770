namespace Ethics.Crm.Policy.Tests.Errors;

/// <summary>Entries whose every part is right and that nobody can mean, and texts from which one can tell what was meant.</summary>
public sealed class MeaningTests
{
    private const string Purposes = "\"support\": { \"basis\": \"contract\" }, \"care\": { \"basis\": \"contract\", \"article9\": \"Art. 9(2)(h)\" }, \"ads\": { \"basis\": \"consent\", \"personalisation\": true }, \"credit\": { \"basis\": \"contract\", \"decision\": true }";

    [Theory]
    [InlineData("derivedFrom")]
    [InlineData("proxyFor")]
    public void CategoryThatNamesItself_IsAContradiction(string key)
    {
        Sample.AssertError(Sample.Error(Sample.Policy(categories: $"\"a\": {{ \"{key}\": [\"b\", \"a\"] }}, \"b\": {{}}")), "ECRM1003", $"$.categories.a.{key}[1]");
        Sample.Table(Sample.Policy(categories: $"\"a\": {{ \"{key}\": [\"b\"] }}, \"b\": {{ \"{key}\": [\"a\"] }}, \"a.score\": {{ \"{key}\": [\"a\"] }}"));
    }

    [Theory]
    [InlineData("special", "support", "care")]
    [InlineData("special", "support", "ads")]
    [InlineData("protected", "credit", "support")]
    [InlineData("inConfidence", "ads", "support")]
    public void DefaultThatCanNeverPermit_IsAContradiction(string flag, string never, string fine)
    {
        string Of(string purpose, string where) => Sample.Policy(categories: where == "own" ? $"\"a\": {{ \"{flag}\": true, \"collectedFor\": [\"{purpose}\"] }}" : $"\"a\": {{ \"{flag}\": true }}, \"a.b\": {{ \"collectedFor\": [\"{purpose}\"] }}", purposes: Purposes);

        Sample.AssertError(Sample.Error(Of(never, "own")), "ECRM1003", "$.categories.a.collectedFor[0]");
        Sample.AssertError(Sample.Error(Of(never, "above")), "ECRM1003", "$.categories['a.b'].collectedFor[0]");
        Sample.Table(Of(fine, "own"));
        Sample.Table(Of(fine, "above"));
    }

    /// <summary>One purpose lies outside 'only', the other is ruled out by 'special': two repairs, whichever comes first.</summary>
    [Theory]
    [InlineData("care", "support")]
    [InlineData("support", "care")]
    public void DefaultWithTwoFaults_IsReportedTwiceInEitherOrder(string one, string two)
    {
        var errors = Sample.Read(Sample.Policy(categories: $"\"a\": {{ \"special\": true, \"only\": [\"support\"], \"collectedFor\": [\"{one}\", \"{two}\"] }}", purposes: Purposes)).Errors;

        Assert.Equal(["$.categories.a.collectedFor[0]", "$.categories.a.collectedFor[1]"], errors.Select(e => e.JsonPath));
        Assert.Contains(errors, e => e.Message.Contains("'care' lies outside", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.Message.Contains("article9 ground", StringComparison.Ordinal));
    }

    [Fact]
    public void DefaultThatPermitsThroughACompatiblePurpose_IsRead() =>
        Assert.Equal(["care"], Sample.Table(Sample.Policy("\"compatible\": [ { \"from\": \"support\", \"to\": \"care\" } ]", "\"a\": { \"special\": true, \"collectedFor\": [\"support\"] }", Purposes)).PermittedPurposes(new("a", null)));

    /// <summary>What an overlay takes away need not be said again for every default that it empties.</summary>
    [Fact]
    public void OverlayThatEmptiesADefaultOfItsBase_IsRead()
    {
        var table = Sample.Table(
            "{ \"version\": 1, \"extends\": [\"base.json\"], \"categories\": { \"a\": { \"special\": true, \"only\": [\"care\"] } } }",
            new PolicySource("base.json", Sample.Policy(categories: "\"a\": { \"collectedFor\": [\"support\"] }", purposes: Purposes)));

        Assert.Empty(table.PermittedPurposes(new("a", null)));
    }

    [Theory]
    [InlineData("\"for\": [\"marketing\"], \"categories\": [\"health\"]", false)]
    [InlineData("\"for\": [\"marketing\"], \"categories\": [\"health\"], \"safeguard\": \"SCC\"", true)]
    [InlineData("\"for\": [\"marketing\"], \"categories\": [\"health\"], \"country\": \"SE\"", true)]
    [InlineData("\"for\": [\"marketing\"]", true)]
    public void RecipientThatIsNowhere_MayHaveNothingUnderTransfers(string keys, bool fine)
    {
        var text = Sample.Policy($"\"transfers\": {{ \"free\": [\"EU\"] }}, \"recipients\": {{ \"m\": {{ {keys} }} }}");
        if (fine)
        {
            Sample.Table(text);
        }
        else
        {
            Sample.AssertError(Sample.Error(text), "ECRM1003", "$.recipients.m");
        }
    }

    [Theory]
    [InlineData("UK", "GB")]
    [InlineData("EL", "GR")]
    [InlineData("USA", "US")]
    [InlineData("us", "US")]
    [InlineData("EU", null)]
    [InlineData("EEA", null)]
    [InlineData("XX", null)]
    [InlineData("D ", null)]
    public void CountryThatIsNone_IsUnreadable(string written, string? meant)
    {
        var error = Sample.Error(Sample.Policy($"\"recipients\": {{ \"m\": {{ \"country\": \"{written}\" }} }}"));

        Sample.AssertError(error, "ECRM1001", "$.recipients.m.country");
        Assert.Equal(meant, error.Suggestion);
    }

    [Theory]
    [InlineData("EU", "NO", false)]
    [InlineData("EU", "SE", true)]
    [InlineData("EEA", "NO", true)]
    [InlineData("XK", "XK", true)]
    public void Region_StandsForItsMembers(string free, string country, bool fine)
    {
        var result = Sample.Read(Sample.Policy($"\"transfers\": {{ \"free\": [\"{free}\"] }}, \"recipients\": {{ \"m\": {{ \"country\": \"{country}\" }} }}"));

        Assert.Equal(fine, result.Table is not null);
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("1e0")]
    [InlineData("10E-1")]
    public void VersionInAnySpellingOfOne_IsRead(string version) => Sample.Table(Sample.Policy().Replace("\"version\": 1", "\"version\": " + version, StringComparison.Ordinal));

    [Theory]
    [InlineData("\"retention\": \"2 years\"", "P2Y")]
    [InlineData("\"retention\": \"90 days\"", "P90D")]
    [InlineData("\"retention\": \"24 hours\"", "PT24H")]
    [InlineData("\"retention\": \"p2y\"", "P2Y")]
    [InlineData("\"retention\": \"6M\"", "P6M")]
    [InlineData("\"retention\": \"ninety\"", null)]
    [InlineData("\"quietHours\": \"21:00-8:00\"", "21:00/08:00")]
    [InlineData("\"quietHours\": \"22/7\"", "22:00/07:00")]
    [InlineData("\"quietHours\": \"night\"", null)]
    [InlineData("\"frequency\": \"P7D/3\"", "3/P7D")]
    [InlineData("\"frequency\": \"3/week\"", null)]
    [InlineData("\"frequency\": \"3/7D\"", "3/P7D")]
    [InlineData("\"channels\": [\"e mail\"]", "e-mail")]
    public void MalformedValue_SuggestsWhatWasMeant(string key, string? meant) =>
        Assert.Equal(meant, Sample.Error(Sample.Policy(categories: "", purposes: $"\"support\": {{ \"basis\": \"consent\", {key} }}")).Suggestion);

    [Theory]
    [InlineData("\"fields\": { \"Acme+Nested.Email\": null }", "Acme.Nested.Email")]
    [InlineData("\"fields\": { \"Acme.List`1.Email\": null }", "Acme.List.Email")]
    [InlineData("\"fields\": { \"Acme.List<T>.Email\": null }", "Acme.List.Email")]
    [InlineData("\"fields\": { \"Acme.Bag.this\": null }", "Acme.Bag.this[]")]
    [InlineData("\"fields\": { \"A.Bag.Get(\\\"x\\\")\": null }", "A.Bag.Get(key: \"x\")")]
    [InlineData("\"fields\": { \"A.Bag.Get('x y')\": null }", "A.Bag.Get(key: \"x y\")")]
    [InlineData("\"fields\": { \"A+Bag.this[\\\"x\\\"]\": null }", "A.Bag.this[key: \"x\"]")]
    [InlineData("\"fields\": { \"A+Bag.Get(name: \\\"x\\\")\": null }", "A.Bag.Get(name: \"x\")")]
    [InlineData("\"fields\": { \"A.Bag.Get(\\\"x\\\", \\\"y\\\")\": null }", null)]
    [InlineData("\"fields\": { \"A.Bag.Get(a-b)\": null }", "A.Bag.Get")]
    [InlineData("\"code\": { \"Acme.Run(\\\"x\\\")\": [\"support\"] }", "Acme.Run")]
    [InlineData("\"code\": { \"Acme.Run(System.String)\": [\"support\"] }", "Acme.Run")]
    [InlineData("\"recipients\": { \"mail chimp\": {} }", "mail-chimp")]
    [InlineData("\"notice\": { \"language\": \"de_AT\" }", "de-AT")]
    [InlineData("\"code\": { \"Acme.**\": \"support\" }", "[\"support\"]")]
    [InlineData("\"fields\": { \"???\": null }", null)]
    public void MalformedName_SuggestsWhatWasMeant(string more, string? meant) => Assert.Equal(meant, Sample.Error(Sample.Policy(more)).Suggestion);

    [Fact]
    public void ConstantArgumentWithoutItsName_IsToldToNameIt()
        => Assert.Contains(
            "a constant argument is written with the name of its parameter, such as key: \"BirthDate\"",
            Sample.Error(Sample.Policy("\"fields\": { \"A.Bag.Get(\\\"x\\\")\": null }")).Message, StringComparison.Ordinal);

    [Fact]
    public void KeyThatIsNearOne_IsSuggested_AlsoWhereItHasAPlaceElsewhere()
    {
        var error = Sample.Read("{ \"version\": 1, \"category\": {}, \"categories\": {}, \"purposes\": {} }").Errors.Single();
        Assert.Equal("categories", error.Suggestion);
        Assert.StartsWith("'category' is no key of the policy; it is a key of the", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void KeyOfAnotherEntry_SaysWhereItBelongs() =>
        Assert.StartsWith("'retention' is no key of the category; it is a key of the purpose", Sample.Error(Sample.Policy(categories: "\"a\": { \"retention\": \"P1Y\" }")).Message, StringComparison.Ordinal);

    [Fact]
    public void NameOfAnotherKind_SaysWhatItIs() =>
        Assert.Equal("The category 'support' is not declared; it is the name of a purpose", Sample.Error(Sample.Policy("\"fields\": { \"A.B\": { \"category\": \"support\" } }")).Message);

    [Fact]
    public void FlagAsText_AsksForItWithoutQuotes() =>
        Assert.Equal("true or false, without quotation marks", Sample.Error(Sample.Policy(categories: "\"a\": { \"special\": \"true\" }")).Expected);

    [Fact]
    public void BaseThatIsCalledAlike_IsSuggested() =>
        Assert.Equal("base.policy.json", Sample.Error("{ \"version\": 1, \"extends\": [\"../base.polcy.json\"] }", new PolicySource("base.policy.json", Sample.Policy())).Suggestion);

    [Fact]
    public void Utf16WithoutMark_IsNamed()
    {
        var error = Assert.Single(PolicyReader.Read(PolicySource.FromBytes(Sample.File, System.Text.Encoding.Unicode.GetBytes(Sample.Policy()))).Errors);

        Assert.Contains("UTF-16", error.Message, StringComparison.Ordinal);
    }

    /// <summary>System.Text.Json skips comments everywhere else.</summary>
    [Fact]
    public void Limit_CommentBeforeTheColon_IsRefused()
    {
        Assert.Contains("Not valid JSON", Sample.Read("{ \"version\" /* one */ : 1, \"categories\": {}, \"purposes\": {} }").Errors[0].Message, StringComparison.Ordinal);
        Sample.Table("{ \"version\": /* one */ 1 /* one */, /* two */ \"categories\": {}, \"purposes\": {} /* three */ }");
    }

    [Fact]
    public void NameThatIsTooLong_IsUnreadable()
    {
        Sample.Table(Sample.Policy(categories: $"\"{new string('a', 200)}\": {{}}"));
        Assert.Equal("ECRM1001", Sample.Error(Sample.Policy(categories: $"\"{new string('a', 201)}\": {{}}")).Id);
    }
}
