using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ethics.Crm.Models.Tests.Fixtures;

namespace Ethics.Crm.Models.Tests.Serialisation;

public sealed class JsonTests
{
    private const string Json = """{"Id":7,"Name":"Ada","mail":"ada@example.com","Born":"1815-12-10","Tags":["countess"]}""";

    public static TheoryData<string> Readers() => ["reflection", "generated"];

    [Theory, MemberData(nameof(Readers))]
    public void RoundTripInsideAScope_IsThatOfThePlainTwin(string reader)
    {
        var options = Options(reader);
        var guarded = JsonSerializer.Deserialize<Guarded>(Json, options)!;
        var plain = JsonSerializer.Deserialize<Plain>(Json, options)!;

        using (PurposeScope.Enter(Purposes.Support))
        {
            Assert.Equal(JsonSerializer.Serialize(plain, options), JsonSerializer.Serialize(guarded, options));
            Assert.Equal(Json, JsonSerializer.Serialize(guarded, options).Replace(",\"Secret\":null", ""));
        }
    }

    [Theory, MemberData(nameof(Readers))]
    public void ReadingJson_NeedsNoScope(string reader)
    {
        var read = JsonSerializer.Deserialize<Guarded>(Json, Options(reader))!;

        Reads.AssertGuarded("Ada", () => read.Name);
        Reads.AssertGuarded("ada@example.com", () => read.Email);
        Reads.AssertGuarded(new DateOnly(1815, 12, 10), () => read.Born);
        Reads.AssertGuarded("countess", () => read.Tags.Single());
    }

    [Theory, MemberData(nameof(Readers))]
    public void WritingJson_WithoutScopeOrForAnotherPurpose_IsRefused(string reader)
    {
        var options = Options(reader);
        var read = JsonSerializer.Deserialize<Guarded>(Json, options)!;

        Assert.Equal("NoScope", Reads.NoScope(() => JsonSerializer.Serialize(read, options)));
        Assert.Equal("NotPermitted", Reads.Billing(() => JsonSerializer.Serialize(read, options)));
    }

    [Theory, MemberData(nameof(Readers))]
    public void MissingRequiredMember_IsStillAnError(string reader) =>
        Assert.Contains("mail", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Guarded>("""{"Id":7,"Name":"Ada"}""", Options(reader))).Message);

    [Fact]
    public void GeneratedContext_IsUsed_AndShowsNothingOfOurs()
    {
        var type = MessageJson.Default.Guarded;

        Assert.Equal(JsonTypeInfoKind.Object, type.Kind);
        Assert.Equal(["Id", "Name", "mail", "Born", "Phone", "Tags"], type.Properties.Where(property => property.Get is not null).Select(property => property.Name));
    }

    [Fact]
    public void Reflection_ShowsNothingOfOurs()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver(), IncludeFields = true };

        Assert.DoesNotContain(options.GetTypeInfo(typeof(Guarded)).Properties, property => property.Name.Contains("ethics", StringComparison.OrdinalIgnoreCase));
    }

    // Without resolver it would fall back on reflection.
    private static JsonSerializerOptions Options(string reader) =>
        reader == "generated" ? new() { TypeInfoResolver = MessageJson.Default } : new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
}
