using Ethics.Crm.Policy.Shapes;
using NJsonSchema;

namespace Ethics.Crm.Policy.Tests.Schema;

/// <summary>The schema, judged by a library that knows nothing of the reader, agrees with it on everything that a schema can see.</summary>
public sealed class SchemaAgreementTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(JsonSchemaWriter.Write()).GetAwaiter().GetResult();

    [Fact]
    public void PolicyWithEveryKey_IsValid() => Assert.Empty(Schema.Validate(Sample.Everything));

    [Theory]
    [InlineData("\"$schema\": \"x\", \"x-note\": 1")]
    [InlineData("\"fields\": { \"A.B\": null, \"x-note\": 7, \"A.C\": { \"category\": \"health\" } }")]
    [InlineData("\"code\": { \"A.**\": [\"support\"], \"B.**\": { \"purposes\": [\"support\"], \"only\": true }, \"C\": null }")]
    [InlineData("\"recipients\": { \"x-note\": 1, \"größe-2\": { \"country\": \"US\" } }")]
    [InlineData("\"transfers\": { \"free\": [] }")]
    [InlineData("\"enforcement\": { \"default\": \"redact\", \"categories\": { \"contact\": \"audit\" } }")]
    [InlineData("\"controller\": { \"name\": \"N\", \"x-a\": {} }")]
    public void GoodPolicy_IsGoodForBoth(string more)
    {
        Sample.Table(Sample.Policy(more));
        Assert.Empty(Schema.Validate(Sample.Policy(more)));
    }

    [Theory]
    [InlineData("\"nope\": 1")]
    [InlineData("\"controller\": []")]
    [InlineData("\"controller\": { \"name\": \"\" }")]
    [InlineData("\"declassify\": \"code\"")]
    [InlineData("\"enforcement\": { \"default\": \"audits\" }")]
    [InlineData("\"enforcement\": { \"purposes\": { \"support\": 1 } }")]
    [InlineData("\"erasure\": [ { \"categories\": [], \"action\": \"erase\" } ]")]
    [InlineData("\"erasure\": [ { \"categories\": [\"health\"], \"action\": \"keep\" } ]")]
    [InlineData("\"rules\": [ {} ]")]
    [InlineData("\"rules\": [ { \"deny\": { \"categories\": [], \"purposes\": [\"support\"] } } ]")]
    [InlineData("\"rules\": [ { \"deny\": { \"purposes\": [\"support\"] } } ]")]
    [InlineData("\"compatible\": [ { \"from\": \"support\" } ]")]
    [InlineData("\"sinks\": [ { \"log\": true } ]")]
    [InlineData("\"sinks\": [ { \"method\": \"A.B\", \"log\": 1 } ]")]
    [InlineData("\"recipients\": { \"m\": null }")]
    [InlineData("\"recipients\": { \"mail chimp\": {} }")]
    [InlineData("\"recipients\": { \"m\": { \"role\": \"boss\" } }")]
    [InlineData("\"recipients\": { \"m\": { \"country\": \"us\" } }")]
    [InlineData("\"transfers\": { \"free\": [\"Europe\"] }")]
    [InlineData("\"fields\": { \"A.B\": [\"support\"] }")]
    [InlineData("\"code\": { \"A.B\": \"support\" }")]
    [InlineData("\"notice\": { \"language\": \"english language\" }")]
    [InlineData("\"extends\": \"base.json\"")]
    [InlineData("\"entities\": [ 1 ]")]
    public void StructurallyWrongPolicy_IsWrongForBoth(string more)
    {
        Assert.NotEmpty(Sample.Read(Sample.Policy(more)).Errors);
        Assert.NotEmpty(Schema.Validate(Sample.Policy(more)));
    }

    [Theory]
    [InlineData("{ \"version\": 2, \"categories\": {}, \"purposes\": {} }")]
    [InlineData("{ \"version\": \"1\", \"categories\": {}, \"purposes\": {} }")]
    [InlineData("{ \"categories\": {}, \"purposes\": {} }")]
    [InlineData("{ \"version\": 1, \"purposes\": {} }")]
    [InlineData("{ \"version\": 1, \"categories\": {} }")]
    [InlineData("{ \"version\": 1, \"categories\": {}, \"purposes\": { \"p\": {} } }")]
    [InlineData("{ \"version\": 1, \"categories\": {}, \"purposes\": { \"p\": { \"basis\": \"love\" } } }")]
    [InlineData("{ \"version\": 1, \"categories\": {}, \"purposes\": { \"p\": { \"basis\": \"contract\", \"retention\": \"2Y\" } } }")]
    [InlineData("{ \"version\": 1, \"categories\": {}, \"purposes\": { \"p\": { \"basis\": \"contract\", \"quietHours\": \"8-9\" } } }")]
    [InlineData("{ \"version\": 1, \"categories\": {}, \"purposes\": { \"p\": { \"basis\": \"contract\", \"frequency\": \"often\" } } }")]
    [InlineData("{ \"version\": 1, \"categories\": { \"c\": { \"special\": 1 } }, \"purposes\": {} }")]
    [InlineData("{ \"version\": 1, \"categories\": { \"c\": { \"only\": \"p\" } }, \"purposes\": {} }")]
    [InlineData("[]")]
    public void WrongRoot_IsWrongForBoth(string text)
    {
        Assert.NotEmpty(Sample.Read(text).Errors);
        Assert.NotEmpty(Schema.Validate(text));
    }

    [Fact]
    public void Overlay_MayLeaveOutWhatItsBaseSays()
    {
        const string Overlay = "{ \"version\": 1, \"extends\": [\"base.json\"], \"purposes\": { \"support\": { \"retention\": \"P1Y\" } } }";

        Sample.Table(Overlay, new PolicySource("base.json", Sample.Policy()));
        Assert.Empty(Schema.Validate(Overlay));
    }
}
