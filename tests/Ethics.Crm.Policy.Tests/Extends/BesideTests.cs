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

    private static PolicyResult Read(string order, string mine) =>
        Sample.Read($"{{ \"version\": 1, \"extends\": [{order}] }}", new PolicySource("mine.json", $"{{ \"version\": 1, \"categories\": {{}}, \"purposes\": {{}}, {mine} }}"), Company);
}
