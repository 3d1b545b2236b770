using System.Text.Json;
using System.Text.Json.Serialization;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Json.Serialising;

namespace Ethics.Crm.Tests.Json;

/// <summary>What a serialiser writes without asking us.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class JsonLimitTests
{
    [Fact]
    public void FalseNegative_ConverterOfTheProgram_WritesWhatIsNotGuarded_GuardedMembersRefuse()
    {
        using var host = new TestHost();
        var options = Options(Metadata.Reflected, o =>
        {
            o.Converters.Add(new TicketConverter());
            o.Converters.Add(new DeskConverter());
        });

        Assert.Equal("\"words\"", For("billing", new Ticket { PersonId = 7, Text = "words" }, options));
        Assert.Throws<PurposeViolationException>(() => For("billing", new Desk { Reach = "reach" }, options));
        Assert.Equal("\"reach\"", For("support", new Desk { Reach = "reach" }, options));
    }

    [Fact]
    public void FalseNegative_ContextUsedByItself_AsksForGuardedMembersOnly()
    {
        using var host = new TestHost(TestHost.With(""" "fields": { "Ethics.Crm.Tests.Json.Legacy.Mail": { "category": "contact.email" } }"""));

        using (PurposeScope.Enter("billing"))
        {
            Assert.Contains("ada@mail", JsonSerializer.Serialize(new Legacy { Mail = "ada@mail" }, MetadataContext.Default.Legacy));
            Assert.Throws<PurposeViolationException>(() => JsonSerializer.Serialize(new Person { Nickname = "nick" }, MetadataContext.Default.Person));
        }
    }

    [Fact]
    public async Task CollectionWhoseConsentEndsWhileItIsWritten_EndsTheWrite_AndNothingMoreLeaves()
    {
        using var host = new TestHost();
        var options = Options(Metadata.Reflected, o => o.DefaultBufferSize = 64);
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        using var stream = new YieldingStream();
        var album = new Album { PersonId = 7, Lines = Lines() };

        // What has been written of it cannot be taken back, and half a list would be no JSON.
        var refused = await Assert.ThrowsAsync<PurposeViolationException>(() => PurposeScope.RunAsync("marketing", ct => JsonSerializer.SerializeAsync(stream, album, options, ct)));

        var written = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        Assert.Equal(Refusal.ConsentWithdrawn, refused.Refusal);
        Assert.Contains("line100", written);
        Assert.DoesNotContain("line900", written);

        // The opposite: one that was refused from the beginning is left out.
        using (PurposeScope.Enter("marketing"))
            Assert.Equal("""{"PersonId":7}""", JsonSerializer.Serialize(album, options));

        IEnumerable<string> Lines()
        {
            for (var i = 0; i < 1000; i++)
            {
                if (i == 500)
                    host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing").GetAwaiter().GetResult();
                yield return $"line{i}";
            }
        }
    }

    private sealed class Album
    {
        [DataSubjectId(typeof(Person))]
        public int PersonId { get; set; }

        [DataCategory("contact.email")]
        public IEnumerable<string>? Lines { get; set; }
    }

    private sealed class TicketConverter : JsonConverter<Ticket>
    {
        public override Ticket Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Ticket value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }

    private sealed class DeskConverter : JsonConverter<Desk>
    {
        public override Desk Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Desk value, JsonSerializerOptions options) => writer.WriteStringValue(value.Reach);
    }
}
