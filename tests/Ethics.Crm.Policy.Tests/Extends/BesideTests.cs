namespace Ethics.Crm.Policy.Tests.Extends;

/// <summary>Two bases of one overlay, neither of which extends the other: in whichever order they are named, what one says more exactly must not take from the other.</summary>
public sealed class BesideTests
{
    private static readonly PolicySource Company = new("base.json", Sample.Policy(
        """
        "fields": { "Acme.**": { "category": "c" }, "Acme.Open.*": { "category": "c", "open": true } }, "attributes": { "Lib.*": { "category": "c" } },
        "code": { "Acme.Score": { "purposes": ["support"], "only": true }, "Acme.Mail.**": ["support"] },
        "recipients": { "m": {}, "n": {} }, "sinks": [ { "method": "Acme.Mail.*", "disclosesTo": "m" } ],
        "rules": [ { "id": "r", "deny": { "categories": ["c"], "purposes": ["billing"] } } ],
        "enforcement": { "default": "enforce", "purposes": { "billing": "enforce" } }
        """,
        "\"c\": { \"collectedFor\": [\"support\"] }, \"d\": {}", "\"support\": { \"basis\": \"contract\" }, \"billing\": { \"basis\": \"contract\" }, \"billing.eu\": { \"basis\": \"contract\" }"));

    [Theory]
    [InlineData("$.fields['Acme.Contact.Faith']", "\"fields\": { \"Acme.Contact.Faith\": null }", "\"fields\": { \"Acme.Open.Faith\": null, \"Other.Faith\": null }")]
    [InlineData("$.fields['Acme.Contact.Faith']", "\"fields\": { \"Acme.Contact.Faith\": { \"category\": \"c\", \"collectedFor\": [\"billing\"] } }", "\"fields\": { \"Acme.Contact.Faith\": { \"category\": \"c\", \"collectedFor\": [] } }")]
    [InlineData("$.attributes['Lib.A']", "\"attributes\": { \"Lib.A\": { \"category\": \"d\" } }", "\"attributes\": { \"Other.A\": { \"category\": \"d\" } }")]
    [InlineData("$.code['Acme.Score.Run']", "\"code\": { \"Acme.Score.Run\": [\"billing\"] }", "\"code\": { \"Acme.Score.Run\": { \"purposes\": [\"support\"], \"only\": true }, \"Acme.Mail.Job\": [\"billing\"] }")]
    [InlineData("$.sinks[0].method", "\"sinks\": [ { \"method\": \"Acme.Mail.Send\", \"disclosesTo\": \"n\" } ]", "\"sinks\": [ { \"method\": \"Acme.Mail.Send\", \"disclosesTo\": \"m\", \"log\": true } ]")]
    [InlineData("$.enforcement.purposes.support", "\"enforcement\": { \"purposes\": { \"support\": \"audit\" } }", "\"enforcement\": { \"purposes\": { \"billing.eu\": \"audit\", \"support\": \"enforce\" } }")]
    [InlineData("$.enforcement.categories.c", "\"enforcement\": { \"categories\": { \"c\": \"audit\" } }", "\"enforcement\": { \"categories\": { \"c\": \"enforce\" } }")]
    [InlineData("$.enforcement.rules.r", "\"enforcement\": { \"rules\": { \"r\": \"audit\" } }", "\"enforcement\": { \"rules\": { \"own\": \"audit\" } }, \"rules\": [ { \"id\": \"own\", \"deny\": { \"categories\": [\"c\"], \"purposes\": [\"support\"] } } ]")]
    public void FirstOfTwoBases_TakesNothingFromTheLast(string path, string wide, string narrow)
    {
        foreach (var order in new[] { "\"mine.json\", \"base.json\"", "\"base.json\", \"mine.json\"" })
        {
            Assert.Equal([], Read(order, narrow).Errors.Select(static e => e.ToString()));
            var error = Assert.Single(Read(order, wide).Errors);
            Assert.Equal(("ECRM1003", "mine.json", path), (error.Id, error.File, error.JsonPath));
        }
    }

    /// <summary>A purpose of one beneath a purpose of the other serves what was collected for that one, whichever is named first.</summary>
    [Theory]
    [InlineData("\"support.vip\": { \"basis\": \"contract\" }", "\"support.vip\": { \"basis\": \"legal-obligation\" }", "$.purposes['support.vip'].basis")]
    [InlineData("\"support.vip\": { \"basis\": \"contract\", \"maxAge\": \"P1D\" }", "\"support.vip\": { \"basis\": \"contract\", \"maxAge\": \"P1Y\" }", "$.purposes['support.vip'].maxAge")]
    [InlineData("\"support.vip\": { \"basis\": \"consent\" }", "\"support.vip\": { \"basis\": \"contract\", \"article9\": \"Art. 9(2)(h)\" }", "$.purposes['support.vip'].article9")]
    [InlineData("\"free.vip\": { \"basis\": \"contract\" }, \"supporter\": { \"basis\": \"contract\" }", "\"support.vip\": { \"basis\": \"contract\", \"decision\": false }", "$.purposes['support.vip'].decision")]
    public void PurposeBeneathOneOfTheOtherBase_IsHeldToIt(string narrow, string wide, string path)
    {
        var other = new PolicySource("base.json", Sample.Policy(null, "\"c\": { \"special\": true }", "\"support\": { \"basis\": \"contract\", \"decision\": true, \"maxAge\": \"P30D\" }, \"free\": { \"basis\": \"consent\", \"open\": true }"));
        PolicyResult Read(string order, string purposes) =>
            Sample.Read($"{{ \"version\": 1, \"extends\": [{order}] }}", new PolicySource("mine.json", $"{{ \"version\": 1, \"categories\": {{}}, \"purposes\": {{ {purposes} }} }}"), other);

        foreach (var order in new[] { "\"mine.json\", \"base.json\"", "\"base.json\", \"mine.json\"" })
        {
            var result = Read(order, narrow);
            Assert.Equal([], result.Errors.Select(static e => e.ToString()));
            var vip = result.Table!.Document.Purposes.Where(static p => p.Key == "support.vip").Select(static p => p.Value).ToList();
            Assert.All(vip, static purpose => Assert.True(purpose.Decision && purpose.MaxAge is "P1D" or "P30D"));
            Assert.True(vip.Count == 0 || result.Table.Judge(new("c", ["support"]), "support.vip").Kind == VerdictKind.SpecialWithoutGround);

            var error = Assert.Single(Read(order, wide).Errors);
            Assert.Equal(("ECRM1003", "mine.json", path), (error.Id, error.File, error.JsonPath));
        }
    }

    /// <summary>A section that is none, in whichever of the two, is an error in that file and nothing else.</summary>
    [Theory]
    [InlineData("fields", "{ \"Acme.Contact.Faith\": { \"category\": \"c\" } }", "[]")]
    [InlineData("attributes", "{ \"Lib.A\": { \"category\": \"c\" } }", "7")]
    [InlineData("code", "{ \"Acme.Score.Run\": [\"support\"] }", "\"x\"")]
    [InlineData("sinks", "[ { \"method\": \"Acme.Mail.Send\", \"log\": true } ]", "{}")]
    [InlineData("enforcement", "{ \"purposes\": { \"support\": \"audit\" } }", "null")]
    [InlineData("purposes", "{ \"support.vip\": { \"basis\": \"contract\" } }", "[]")]
    public void SectionOfAnotherKind_IsAnErrorWhereItStands(string section, string mine, string other)
    {
        static PolicySource File(string name, string section, string value) => new(name, section == "purposes" ? $"{{ \"version\": 1, \"categories\": {{ \"c\": {{}} }}, \"purposes\": {value} }}"
            : $"{{ \"version\": 1, \"categories\": {{ \"c\": {{}} }}, \"purposes\": {{ \"support\": {{ \"basis\": \"contract\" }} }}, \"{section}\": {value} }}");
        foreach (var order in new[] { "\"mine.json\", \"other.json\"", "\"other.json\", \"mine.json\"" })
        {
            var errors = Sample.Read($"{{ \"version\": 1, \"extends\": [{order}] }}", File("mine.json", section, mine), File("other.json", section, other)).Errors;
            Assert.Contains(errors, e => (e.Id, e.File, e.JsonPath) == ("ECRM1001", "other.json", "$." + section));
        }
    }

    private static PolicyResult Read(string order, string mine) =>
        Sample.Read($"{{ \"version\": 1, \"extends\": [{order}] }}", new PolicySource("mine.json", $"{{ \"version\": 1, \"categories\": {{}}, \"purposes\": {{}}, {mine} }}"), Company);
}
