namespace Ethics.Crm.Policy.Tests.Extends;

public sealed class WideningTests
{
    private const string Categories = """
        "contact.email": { "collectedFor": ["support"], "only": ["support", "billing"] }, "contact.email.work": {}, "free": { "open": true, "collectedFor": ["support"] },
        "shop.basket": { "open": true }, "shop.visit": {},
        "secret": { "sensitive": true, "special": true, "protected": true, "inConfidence": true, "proxyFor": ["contact.email"], "derivedFrom": ["contact.email"] }
        """;

    private const string Purposes = """
        "support": { "basis": "contract", "retention": "P2Y" }, "billing": { "basis": "contract" },
        "marketing": { "basis": "consent", "consentFrom": "2026-11", "consentExpires": "P2Y", "directMarketing": true, "personalisation": true, "decision": true, "channels": ["email"],
                       "maxAge": "P90D", "quietHours": "21:00/08:00", "frequency": "3/P7D" },
        "fraud": { "basis": "legitimate-interests" }, "loose": { "basis": "consent", "open": true }
        """;

    private const string More = """
        "compatible": [ { "from": "billing", "to": "fraud" } ],
        "sources": { "list": { "direct": false } },
        "recipients": { "m": { "role": "controller", "for": ["support"], "categories": ["contact"], "safeguard": "SCC" }, "o": { "open": true } },
        "transfers": { "free": ["EEA"] },
        "erasure": [ { "categories": ["contact"], "action": "anonymise" }, { "categories": ["secret"], "action": "retain", "until": "P10Y" } ],
        "fields": { "Acme.**.Mail*": { "category": "contact.email", "collectedFor": ["support"] }, "Acme.Free.*": { "category": "free", "open": true } },
        "attributes": { "Lib.A": { "category": "secret" } },
        "sinks": [ { "method": "Acme.Sink.*", "disclosesTo": "m", "log": true } ],
        "anonymizers": [ { "method": "Acme.Stats.Count*", "because": "k" }, { "method": "Acme.Loose.Sum", "open": true } ],
        "code": { "Acme.Score.**": { "purposes": ["support", "billing"], "only": true }, "Acme.Mail.**": ["support"] },
        "rules": [ { "id": "r", "deny": { "categories": ["secret", "contact"], "purposes": ["marketing"] }, "evenWithConsent": true }, { "id": "open-rule", "open": true, "deny": { "categories": ["secret"], "purposes": ["fraud"] } } ],
        "enforcement": { "default": "redact", "purposes": { "marketing": "enforce" } }
        """;

    private static readonly PolicySource Base = new("base.json", Sample.Policy(More, Categories, Purposes));

    private static string Overlay(string more) => $"{{ \"version\": 1, \"extends\": [\"base.json\"], {more} }}";

    [Theory]
    [InlineData("\"categories\": { \"contact.email\": { \"collectedFor\": [\"support\", \"billing\"] } }", "$.categories['contact.email'].collectedFor[1]")]
    [InlineData("\"categories\": { \"contact.email.work\": { \"collectedFor\": [\"billing\"] } }", "$.categories['contact.email.work'].collectedFor[0]")]
    [InlineData("\"categories\": { \"secret\": { \"collectedFor\": [\"support\"] } }", "$.categories.secret.collectedFor[0]")]
    [InlineData("\"categories\": { \"shop\": { \"collectedFor\": [\"support\"] } }", "$.categories.shop.collectedFor[0]")]
    [InlineData("\"categories\": { \"contact.email\": { \"only\": [\"support\", \"fraud\"] } }", "$.categories['contact.email'].only[1]")]
    [InlineData("\"categories\": { \"contact.email\": { \"lookup\": true } }", "$.categories['contact.email'].lookup")]
    [InlineData("\"categories\": { \"secret\": { \"sensitive\": false } }", "$.categories.secret.sensitive")]
    [InlineData("\"categories\": { \"secret\": { \"special\": false } }", "$.categories.secret.special")]
    [InlineData("\"categories\": { \"secret\": { \"protected\": false } }", "$.categories.secret.protected")]
    [InlineData("\"categories\": { \"secret\": { \"inConfidence\": false } }", "$.categories.secret.inConfidence")]
    [InlineData("\"categories\": { \"secret\": { \"proxyFor\": [] } }", "$.categories.secret.proxyFor")]
    [InlineData("\"categories\": { \"secret\": { \"derivedFrom\": [\"free\"] } }", "$.categories.secret.derivedFrom")]
    [InlineData("\"categories\": { \"secret\": { \"open\": true } }", "$.categories.secret.open")]
    [InlineData("\"purposes\": { \"marketing\": { \"basis\": \"legitimate-interests\" } }", null)]
    [InlineData("\"purposes\": { \"fraud\": { \"basis\": \"contract\" } }", "$.purposes.fraud.basis")]
    [InlineData("\"purposes\": { \"billing\": { \"basis\": \"legal-obligation\" } }", "$.purposes.billing.basis")]
    [InlineData("\"purposes\": { \"marketing.vip\": { \"basis\": \"contract\" } }", "$.purposes['marketing.vip'].basis")]
    [InlineData("\"purposes\": { \"support\": { \"article9\": \"Art. 9(2)(h)\" } }", "$.purposes.support.article9")]
    [InlineData("\"purposes\": { \"support\": { \"retention\": \"P25M\" } }", "$.purposes.support.retention")]
    [InlineData("\"purposes\": { \"marketing\": { \"maxAge\": \"P91D\" } }", "$.purposes.marketing.maxAge")]
    [InlineData("\"purposes\": { \"marketing\": { \"consentExpires\": \"P3Y\" } }", "$.purposes.marketing.consentExpires")]
    [InlineData("\"purposes\": { \"marketing\": { \"consentFrom\": \"2026-10\" } }", "$.purposes.marketing.consentFrom")]
    [InlineData("\"purposes\": { \"marketing\": { \"frequency\": \"4/P7D\" } }", "$.purposes.marketing.frequency")]
    [InlineData("\"purposes\": { \"marketing\": { \"frequency\": \"1/P1D\" } }", "$.purposes.marketing.frequency")]
    [InlineData("\"purposes\": { \"marketing\": { \"quietHours\": \"22:00/08:00\" } }", "$.purposes.marketing.quietHours")]
    [InlineData("\"purposes\": { \"marketing\": { \"quietHours\": \"08:00/21:00\" } }", "$.purposes.marketing.quietHours")]
    [InlineData("\"purposes\": { \"marketing\": { \"directMarketing\": false } }", "$.purposes.marketing.directMarketing")]
    [InlineData("\"purposes\": { \"marketing\": { \"personalisation\": false } }", "$.purposes.marketing.personalisation")]
    [InlineData("\"purposes\": { \"marketing\": { \"decision\": false } }", "$.purposes.marketing.decision")]
    [InlineData("\"purposes\": { \"marketing\": { \"channels\": [\"email\", \"sms\"] } }", "$.purposes.marketing.channels[1]")]
    [InlineData("\"compatible\": [ { \"from\": \"support\", \"to\": \"fraud\" } ]", "$.compatible[0]")]
    [InlineData("\"sources\": { \"list\": { \"direct\": true } }", "$.sources.list.direct")]
    [InlineData("\"recipients\": { \"new\": {} }", "$.recipients.new")]
    [InlineData("\"recipients\": { \"m\": { \"for\": [\"billing\"] } }", "$.recipients.m.for[0]")]
    [InlineData("\"recipients\": { \"m\": { \"categories\": [\"secret\"] } }", "$.recipients.m.categories[0]")]
    [InlineData("\"recipients\": { \"m\": { \"role\": \"processor\" } }", "$.recipients.m.role")]
    [InlineData("\"transfers\": { \"free\": [\"US\"] }", "$.transfers.free[0]")]
    [InlineData("\"erasure\": [ { \"categories\": [\"contact.email\"], \"action\": \"retain\" } ]", "$.erasure[0].categories[0]")]
    [InlineData("\"erasure\": [ { \"categories\": [\"secret\"], \"action\": \"retain\", \"until\": \"P11Y\" } ]", "$.erasure[0].categories[0]")]
    [InlineData("\"fields\": { \"Acme.Crm.MailFormat\": null }", "$.fields['Acme.Crm.MailFormat']")]
    [InlineData("\"fields\": { \"Acme.Crm.Mail\": { \"category\": \"free\" } }", "$.fields['Acme.Crm.Mail']")]
    [InlineData("\"fields\": { \"Acme.**.Mail*\": { \"collectedFor\": [\"billing\"] } }", "$.fields['Acme.**.Mail*']")]
    [InlineData("\"attributes\": { \"Lib.A\": null }", "$.attributes['Lib.A']")]
    [InlineData("\"code\": { \"Acme.Score.Job\": [\"support\"] }", "$.code['Acme.Score.Job']")]
    [InlineData("\"code\": { \"Acme.Score.Job\": { \"purposes\": [\"fraud\"], \"only\": true } }", "$.code['Acme.Score.Job']")]
    [InlineData("\"code\": { \"Acme.Score.**\": null }", "$.code['Acme.Score.**']")]
    [InlineData("\"code\": { \"Acme.Mail.**\": [\"support\", \"fraud\"] }", "$.code['Acme.Mail.**']")]
    [InlineData("\"code\": { \"Acme.Mail.**\": null }", "$.code['Acme.Mail.**']")]
    [InlineData("\"rules\": [ { \"id\": \"r\", \"evenWithConsent\": false } ]", "$.rules[0].evenWithConsent")]
    [InlineData("\"rules\": [ { \"id\": \"r\", \"deny\": { \"categories\": [\"secret\"] } } ]", "$.rules[0].deny.categories")]
    [InlineData("\"sinks\": [ { \"method\": \"Acme.Sink.Send\", \"disclosesTo\": \"o\", \"log\": true } ]", "$.sinks[0].method")]
    [InlineData("\"sinks\": [ { \"method\": \"Acme.Sink.Send\", \"disclosesTo\": \"m\" } ]", "$.sinks[0].method")]
    [InlineData("\"anonymizers\": [ { \"method\": \"Acme.Other.Count\" } ]", "$.anonymizers[0].method")]
    [InlineData("\"anonymizers\": [ { \"method\": \"Acme.Stats.Count\" }, { \"method\": \"Acme.Stats.*\" } ]", "$.anonymizers[1].method")]
    [InlineData("\"anonymizers\": [ { \"method\": \"Acme.Loose.Count\" } ]", "$.anonymizers[0].method")]
    [InlineData("\"anonymizers\": [ { \"method\": \"Acme.Stats.Count\", \"open\": true } ]", "$.anonymizers[0].open")]
    [InlineData("\"purposes\": { \"marketing.vip\": { \"basis\": \"consent\", \"decision\": false } }", "$.purposes['marketing.vip'].decision")]
    [InlineData("\"purposes\": { \"support.care\": { \"basis\": \"contract\", \"article9\": \"Art. 9(2)(h)\" } }", "$.purposes['support.care'].article9")]
    [InlineData("\"enforcement\": { \"default\": \"audit\" }", "$.enforcement.default")]
    [InlineData("\"enforcement\": { \"purposes\": { \"marketing\": \"redact\" } }", "$.enforcement.purposes.marketing")]
    [InlineData("\"enforcement\": { \"categories\": { \"free\": \"audit\" } }", "$.enforcement.categories.free")]
    public void Widening_IsAContradictionInTheOverlay(string more, string? path)
    {
        var result = Sample.Read(Overlay(more), Base);

        Assert.Null(result.Table);
        Assert.All(result.Errors, e => Assert.Equal("ECRM1003", e.Id));
        Assert.Contains(result.Errors, e => e.File == Sample.File && e.Message.Contains("an overlay can only narrow", StringComparison.Ordinal) && (path is null || e.JsonPath == path));
        Assert.True(path is null || result.Errors.Count == 1, string.Join("\n", result.Errors));
    }

    [Theory]
    [InlineData("controller", "a controller")]
    [InlineData("joint", "a joint controller")]
    public void RoleThatIsWeakened_IsNamedInWords(string role, string words)
    {
        var result = Sample.Read(Overlay("\"recipients\": { \"m\": { \"for\": [], \"categories\": [], \"role\": \"processor\" } }"), new PolicySource("base.json", Sample.Policy(More.Replace("\"controller\"", $"\"{role}\""), Categories, Purposes)));

        Assert.Contains($"The base calls 'm' {words}, which the notice must name", Assert.Single(result.Errors).Message);
    }

    [Theory]
    [InlineData("\"categories\": { \"contact.email\": { \"collectedFor\": [], \"only\": [\"support\"], \"lookup\": false, \"special\": true } }")]
    [InlineData("\"categories\": { \"free\": { \"collectedFor\": [\"support\", \"billing\"] }, \"other\": { \"collectedFor\": [\"marketing\"] } }")]
    [InlineData("\"purposes\": { \"support\": { \"basis\": \"legitimate-interests\", \"retention\": \"P24M\" }, \"fraud\": { \"basis\": \"public-task\" } }")]
    [InlineData("\"purposes\": { \"loose\": { \"basis\": \"contract\" }, \"loose.sub\": { \"basis\": \"contract\" }, \"marketing.email\": { \"basis\": \"consent\" } }")]
    [InlineData("\"purposes\": { \"marketing\": { \"maxAge\": \"P2M\", \"consentExpires\": \"P1Y\", \"consentFrom\": \"2027-01\", \"frequency\": \"3/P14D\", \"quietHours\": \"20:30/09:00\", \"channels\": [] } }")]
    [InlineData("\"purposes\": { \"marketing\": { \"maxAge\": \"P89D\", \"frequency\": \"1/P4D\" } }")]
    [InlineData("\"compatible\": [ { \"from\": \"billing\", \"to\": \"fraud\" } ]")]
    [InlineData("\"sources\": { \"form\": { \"direct\": true } }")]
    [InlineData("\"recipients\": { \"m\": { \"for\": [], \"categories\": [\"contact.email\"], \"role\": \"joint\" }, \"o\": { \"for\": [\"marketing\"] } }")]
    [InlineData("\"transfers\": { \"free\": [\"DE\", \"NO\"] }")]
    [InlineData("\"erasure\": [ { \"categories\": [\"contact.email\"], \"action\": \"erase\" }, { \"categories\": [\"secret\"], \"action\": \"retain\", \"until\": \"P9Y\" } ]")]
    [InlineData("\"fields\": { \"Acme.Crm.Mail\": { \"category\": \"contact.email.work\", \"collectedFor\": [\"support\"] }, \"Acme.Crm.Other\": { \"category\": \"free\" }, \"Acme.Free.X\": null, \"**\": { \"category\": \"free\" } }")]
    [InlineData("\"code\": { \"Acme.Score.Job\": { \"purposes\": [\"support\"], \"only\": true }, \"Acme.Mail.News.**\": [\"marketing\"] }")]
    [InlineData("\"rules\": [ { \"id\": \"r\", \"deny\": { \"purposes\": [\"marketing\", \"support\"] } }, { \"id\": \"s\", \"deny\": { \"categories\": [\"free\"], \"purposes\": [\"fraud\"] } } ]")]
    [InlineData("\"rules\": [ { \"id\": \"open-rule\", \"deny\": { \"categories\": [\"free\"] } } ]")]
    [InlineData("\"sinks\": [ { \"method\": \"Acme.Sink.Send\", \"disclosesTo\": \"m\", \"log\": true }, { \"method\": \"Acme.Other.Send\", \"log\": true } ]")]
    [InlineData("\"anonymizers\": [ { \"method\": \"Acme.Stats.CountAll(System.String)\" }, { \"method\": \"Acme.Stats.Count*\", \"because\": \"k\" } ]")]
    [InlineData("\"anonymizers\": [ { \"method\": \"Acme.Loose.Sum(int)\" }, { \"method\": \"Acme.Loose.S*\", \"open\": true } ]")]
    [InlineData("\"enforcement\": { \"default\": \"enforce\", \"categories\": { \"free\": \"redact\" } }")]
    [InlineData("\"declassify\": \"policy\", \"notice\": { \"version\": \"1\" }, \"controller\": { \"name\": \"Product\" }")]
    public void Narrowing_IsRead(string more) => Sample.Table(Overlay(more), Base);

    [Fact]
    public void MoreInAnOpenEntry_NeedsTheBaseToSayOpen()
    {
        const string Ground = "\"purposes\": { \"support\": { \"basis\": \"consent\" } }";
        var label = new DataLabel("secret", ["support"]);

        // Consent is stronger than contract, and a ground for special categories: the overlay may move there, but opens nothing by it.
        Assert.Equal(VerdictKind.SpecialWithoutGround, Sample.Table(Overlay(Ground), Base).Judge(label, "support").Kind);
        var open = new PolicySource("base.json", Base.Text.Replace("\"retention\": \"P2Y\" }", "\"retention\": \"P2Y\", \"open\": true }"));
        Assert.Equal(VerdictKind.Permitted, Sample.Table(Overlay(Ground), open).Judge(label, "support").Kind);
    }

    [Fact]
    public void NewPurposeBeneathOneOfTheBase_IsHeldToWhatThatOneMayNotHave()
    {
        var table = Sample.Table(Overlay("\"purposes\": { \"marketing.vip\": { \"basis\": \"consent\" }, \"support.care\": { \"basis\": \"consent\" } }"), Base);

        Assert.True(table.Document.Purposes["marketing.vip"] is { Decision: true, Personalisation: true, DirectMarketing: true });
        Assert.Contains(VerdictKind.Protected, table.Objections(new("secret", ["marketing"]), "marketing.vip").Select(o => o.Kind));
        Assert.Equal(VerdictKind.SpecialWithoutGround, table.Judge(new("secret", ["support"]), "support.care").Kind);
        Assert.False(table.Document.Purposes["support.care"].Decision);
    }

    /// <summary>Data that is collected for a purpose may serve what lies beneath it: a new purpose there asks for what that one asks for.</summary>
    [Fact]
    public void NewPurposeBeneathOneOfTheBase_KeepsItsTerms()
    {
        const string Terms = "\"consentFrom\": \"2026-11\", \"consentExpires\": \"P30D\", \"maxAge\": \"P90D\", \"retention\": \"P1Y\", \"quietHours\": \"21:00/08:00\", \"frequency\": \"3/P7D\"";
        var terms = new PolicySource("base.json", $$"""{ "version": 1, "categories": {}, "purposes": { "news": { "basis": "consent", {{Terms}} } } }""");

        var kept = Sample.Table(Overlay("\"purposes\": { \"news.vip\": { \"basis\": \"consent\" } }"), terms).Document.Purposes["news.vip"];
        Assert.Equal(("2026-11", "P30D", "P90D", "P1Y", "21:00/08:00", "3/P7D"), (kept.ConsentFrom, kept.ConsentExpires, kept.MaxAge, kept.Retention, kept.QuietHours, kept.Frequency));

        var closer = Sample.Table(Overlay("\"purposes\": { \"news.vip\": { \"basis\": \"consent\", \"consentFrom\": \"2026-12\", \"consentExpires\": \"P10D\" } }"), terms).Document.Purposes["news.vip"];
        Assert.Equal(("2026-12", "P10D", "P90D"), (closer.ConsentFrom, closer.ConsentExpires, closer.MaxAge));
    }

    /// <summary>An empty list names no channel, and so says nothing; a shorter one does.</summary>
    [Theory]
    [InlineData("news.vip", "", "email sms")]
    [InlineData("news.vip", ", \"channels\": []", "email sms")]
    [InlineData("news.vip.gold", "", "email sms")]
    [InlineData("news", ", \"channels\": []", "email sms")]
    [InlineData("news.vip", ", \"channels\": [\"sms\"]", "sms")]
    [InlineData("newsletter", "", "")]
    [InlineData("free.vip", "", "")]
    public void PurposeThatNamesNoChannel_KeepsThoseOfTheBase(string name, string more, string channels)
    {
        var terms = new PolicySource("base.json", """
            { "version": 1, "categories": {}, "purposes": {
              "news": { "basis": "consent", "channels": ["email", "sms"] }, "free": { "basis": "consent", "open": true, "channels": ["email"] } } }
            """);

        var kept = Sample.Table(Overlay($$"""
            "purposes": { "{{name}}": { "basis": "consent"{{more}} } }
            """), terms).Document.Purposes[name];

        Assert.Equal(channels, string.Join(' ', kept.Channels));
    }

    [Theory]
    [InlineData("\"consentFrom\": \"2026-10\"", "2026-11")]
    [InlineData("\"consentExpires\": \"P31D\"", "P30D")]
    [InlineData("\"maxAge\": \"P1Y\"", "P90D")]
    [InlineData("\"quietHours\": \"22:00/08:00\"", "21:00/08:00")]
    [InlineData("\"frequency\": \"4/P7D\"", "3/P7D")]
    [InlineData("\"channels\": [\"email\", \"phone\"]", "phone")]
    public void NewPurposeBeneathOneOfTheBase_OnLooserTerms_Widens(string term, string said)
    {
        const string Terms = "\"consentFrom\": \"2026-11\", \"consentExpires\": \"P30D\", \"maxAge\": \"P90D\", \"quietHours\": \"21:00/08:00\", \"frequency\": \"3/P7D\", \"channels\": [\"email\"]";
        var terms = new PolicySource("base.json", $$"""{ "version": 1, "categories": {}, "purposes": { "news": { "basis": "consent", {{Terms}} } } }""");

        var error = Assert.Single(Sample.Read(Overlay($$"""
            "purposes": { "news.vip": { "basis": "consent", {{term}} } }
            """), terms).Errors);
        Assert.Equal(PolicyErrorKind.Contradiction, error.Kind);
        Assert.Contains(said, error.Message);
    }

    /// <summary>Months are as long as the calendar makes them: what may be longer from some day widens.</summary>
    [Theory]
    [InlineData("\"maxAge\": \"P1M\"", "\"maxAge\": \"P30D\"", true)]
    [InlineData("\"maxAge\": \"P1M\"", "\"maxAge\": \"P28D\"", false)]
    [InlineData("\"maxAge\": \"P1M\"", "\"maxAge\": \"P28DT1S\"", true)]
    [InlineData("\"maxAge\": \"P30D\"", "\"maxAge\": \"P1M\"", true)]
    [InlineData("\"maxAge\": \"P31D\"", "\"maxAge\": \"P1M\"", false)]
    [InlineData("\"maxAge\": \"P1Y\"", "\"maxAge\": \"P365D\"", false)]
    [InlineData("\"maxAge\": \"P1Y\"", "\"maxAge\": \"P366D\"", true)]
    [InlineData("\"maxAge\": \"P366D\"", "\"maxAge\": \"P1Y\"", false)]
    [InlineData("\"maxAge\": \"P1Y\"", "\"maxAge\": \"P12M\"", false)]
    [InlineData("\"maxAge\": \"P1Y\"", "\"maxAge\": \"P52W\"", false)]
    [InlineData("\"maxAge\": \"P500Y\"", "\"maxAge\": \"P182622D\"", true)]
    [InlineData("\"maxAge\": \"P999999999Y\"", "\"maxAge\": \"P999999998Y364D\"", false)]
    [InlineData("\"consentExpires\": \"P2M\"", "\"consentExpires\": \"P60D\"", true)]
    [InlineData("\"retention\": \"P2M\"", "\"retention\": \"P59D\"", false)]
    [InlineData("\"frequency\": \"3/P30D\"", "\"frequency\": \"3/P1M\"", true)]
    [InlineData("\"frequency\": \"3/P1M\"", "\"frequency\": \"3/P1M\"", false)]
    [InlineData("\"frequency\": \"3/P28D\"", "\"frequency\": \"3/P1M\"", false)]
    public void DurationThatIsLongerFromSomeDay_Widens(string below, string above, bool widens)
    {
        var terms = new PolicySource("base.json", $$"""{ "version": 1, "categories": {}, "purposes": { "news": { "basis": "consent", {{below}} } } }""");

        var errors = Sample.Read(Overlay($$"""
            "purposes": { "news": { "basis": "consent", {{above}} } }
            """), terms).Errors;
        Assert.Equal(widens ? 1 : 0, errors.Count);
    }

    [Fact]
    public void HeldPurpose_StaysHeldTwoFilesUp()
    {
        var middle = new PolicySource("middle.json", Overlay("\"purposes\": { \"marketing.vip\": { \"basis\": \"consent\" } }"));
        var top = Overlay("\"controller\": { \"name\": \"P\" }").Replace("base.json", "middle.json", StringComparison.Ordinal);

        Assert.True(Sample.Table(top, middle, Base).Document.Purposes["marketing.vip"].Decision);
    }

    /// <summary>Two bases of one overlay may each name its own; a file above may name neither more broadly.</summary>
    [Fact]
    public void Anonymizers_OfTwoBasesAddUp()
    {
        var other = new PolicySource("other.json", "{ \"version\": 1, \"categories\": {}, \"purposes\": {}, \"anonymizers\": [ { \"method\": \"Acme.Other.Count\" } ] }");
        var table = Sample.Table("{ \"version\": 1, \"extends\": [\"base.json\", \"other.json\"] }", Base, other);

        Assert.NotNull(table.FindAnonymizer("Acme.Stats.CountAll", []));
        Assert.NotNull(table.FindAnonymizer("Acme.Other.Count", []));
        Assert.Null(table.FindAnonymizer("Acme.Other.Sum", []));
    }
}
