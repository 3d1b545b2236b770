using Ethics.Crm.Models.Tests.Fixtures;
using Newtonsoft.Json;

namespace Ethics.Crm.Models.Tests.Serialisation;

public sealed class NewtonsoftTests
{
    private const string Json = """{"Id":7,"Name":"Ada","mail":"ada@example.com","Born":"1815-12-10","Phone":null,"Tags":["countess"]}""";

    [Fact]
    public void RoundTripInsideAScope_IsThatOfThePlainTwin()
    {
        using (PurposeScope.Enter(Purposes.Support))
        {
            var guarded = JsonConvert.DeserializeObject<Guarded>(Json)!;
            var plain = JsonConvert.DeserializeObject<Plain>(Json)!;

            Assert.Equal(JsonConvert.SerializeObject(plain), JsonConvert.SerializeObject(guarded));
            Assert.Equal(("Ada", "ada@example.com", "countess"), (guarded.Name, guarded.Email, guarded.Tags.Single()));
        }
    }

    [Fact]
    public void WritingWithoutScope_IsRefusedByTheGate()
    {
        var guarded = new Guarded(7, "Ada") { Email = "ada@example.com" };

        var failure = Assert.Throws<JsonSerializationException>(() => JsonConvert.SerializeObject(guarded));

        Assert.Equal(Refusal.NoScope, Assert.IsType<PurposeViolationException>(failure.InnerException).Refusal);
        Assert.DoesNotContain("ada@example.com", failure.ToString());
    }

    [Fact]
    public void ReadingMembersThatAreSet_NeedsNoScope()
    {
        var read = JsonConvert.DeserializeObject<Guarded>("""{"Id":7,"Name":"Ada","mail":"ada@example.com"}""")!;

        Reads.AssertGuarded("ada@example.com", () => read.Email);
    }

    [Fact]
    public void Limit_ReadingIntoACollection_NeedsAScope()
    {
        // It fills the collection that the object already has, and for that it reads the property. ObjectCreationHandling.Replace does not.
        const string WithLines = """{"Receiver":"Ada","Lines":["Dear"]}""";
        var failure = Assert.Throws<JsonSerializationException>(() => JsonConvert.DeserializeObject<Letter>(WithLines));
        Assert.IsType<PurposeViolationException>(failure.InnerException);

        var replaced = JsonConvert.DeserializeObject<Letter>(WithLines, new JsonSerializerSettings { ObjectCreationHandling = ObjectCreationHandling.Replace })!;
        Reads.AssertGuarded("Dear", () => replaced.Lines.Single());
        var inside = PurposeScope.Run(Purposes.Support, () => JsonConvert.DeserializeObject<Letter>(WithLines)!);
        Reads.AssertGuarded("Dear", () => inside.Lines.Single());
    }
}
