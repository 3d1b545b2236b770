using System.Reflection;
using System.Text.Json.Nodes;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using NJsonSchema;

namespace Ethics.Crm.Tests;

/// <summary>What a person is handed, held against the schema that travels in the package.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ConsentReceiptTests : IDisposable
{
    private const string Policy =
        """
        {
          "version": 1,
          "controller": { "name": "Fabrikam", "contact": "privacy@fabrikam.example" },
          "notice": { "version": "2026-11", "language": "en" },
          "categories": {
            "contact.email": { "title": "E-mail address", "collectedFor": ["support", "marketing"] }, "contact.age": {}, "content.note": {},
            "health": { "special": true, "collectedFor": ["marketing"] }
          },
          "purposes": {
            "support": { "basis": "contract" },
            "marketing": { "title": "Send you offers", "basis": "consent", "consentExpires": "P2Y", "retention": "P3Y" }, "marketing.email": { "basis": "consent" },
            "analytics": { "basis": "legitimate-interests" }
          },
          "recipients": { "mailer": { "title": "Mailer", "role": "processor", "for": ["marketing"], "categories": ["contact"], "country": "US" } }
        }
        """;

    private readonly TestHost _host = new(Policy);
    private readonly SubjectKey _person = TestHost.Person(7);

    private IConsentReceipts Receipts => _host.Services.GetRequiredService<IConsentReceipts>();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Receipt_TellsWhatWasConsentedTo_WhatThePersonSaw_AndWho_AndIsValid()
    {
        await _host.Ledger.GrantAsync(_person, "marketing", new ConsentEvidence { NoticeVersion = "2026-11", Channel = "web", Reference = "form 12", Actor = "desk" });

        var json = await Valid("marketing.email");

        Assert.Equal("given", (string?)json["state"]);
        Assert.Equal("7", (string?)json["pii_principal"]!["pii_principal_id"]);
        Assert.Equal("2026-11", (string?)json["pii_processing"]!["privacy_notice"]);
        var purpose = json["pii_processing"]!["purposes"]![0]!;
        Assert.Equal("marketing.email", (string?)purpose["purpose"]);
        Assert.Equal(["contact.email", "health"], purpose["pii_information"]!.AsArray().Select(p => (string?)p!["pii_type"]));
        Assert.Equal(["controller", "mailer"], json["party_identification"]!.AsArray().Select(p => (string?)p!["party_id"]));
        var evidence = json["events"]![0]!["evidence"]!;
        Assert.Equal(("2026-11", "web", "form 12", "desk"), ((string?)evidence["privacy_notice"], (string?)evidence["collection_method"], (string?)evidence["reference"], (string?)evidence["entity_id"]));
        Assert.Equal("2026-03-01T12:00:00Z", (string?)json["events"]![0]!["event_time"]);
    }

    [Fact]
    public async Task EveryState_IsToldAsItStands_AndIsValid()
    {
        await _host.Ledger.GrantAsync(_person, "marketing");
        Assert.Equal("given", (string?)(await Valid("marketing"))["state"]);
        _host.Clock.Advance(TimeSpan.FromDays(800));
        Assert.Equal("lapsed", (string?)(await Valid("marketing"))["state"]);
        await _host.Ledger.WithdrawAsync(_person, "marketing");
        Assert.Equal("withdrawn", (string?)(await Valid("marketing"))["state"]);
        await _host.Ledger.ObjectAsync(_person, "analytics");
        Assert.Equal("objected", (string?)(await Valid("analytics"))["state"]);
        await _host.Ledger.RestrictAsync(_person, "contested");
        var restricted = await Valid("marketing");
        Assert.Equal("restricted", (string?)restricted["state"]);
        Assert.Equal(["consent_given", "consent_withdrawn", "restricted"], restricted["events"]!.AsArray().Select(e => (string?)e!["event_state"]));
        await _host.Ledger.LiftRestrictionAsync(_person);
        Assert.Equal("missing", (string?)(await ValidOfNobodyAsked("marketing.email", TestHost.Person(8)))["state"]);
    }

    [Fact]
    public async Task NothingRecorded_GivesNoReceipt_AndAnotherPersonsOrPurposesDecisionNeither()
    {
        await _host.Ledger.GrantAsync(_person, "marketing.email");

        Assert.Null(await Receipts.IssueAsync(TestHost.Person(8), "marketing.email"));
        Assert.Null(await Receipts.IssueAsync(_person, "marketing"));
        Assert.NotNull(await Receipts.IssueAsync(_person, "marketing.email"));
        await Assert.ThrowsAsync<ArgumentException>(() => Receipts.IssueAsync(_person, "astrology"));
    }

    [Fact]
    public async Task Receipt_ThatIsDamaged_IsNotValid_AndItsTextNamesNobody()
    {
        var person = new SubjectKey("north", "contact", "secret-id");
        await _host.Ledger.GrantAsync(person, "marketing");
        var receipt = (await Receipts.IssueAsync(person, "marketing"))!;
        var json = JsonNode.Parse(receipt.ToJson())!.AsObject();

        json["state"] = "perhaps";
        Assert.NotEmpty(await ErrorsOf(json));
        json["state"] = "given";
        Assert.Empty(await ErrorsOf(json));
        json.Remove("events");
        Assert.NotEmpty(await ErrorsOf(json));
        Assert.DoesNotContain("secret-id", receipt.ToString());
        Assert.Equal(("marketing", ConsentState.Given, _host.Clock.GetUtcNow()), (receipt.Purpose, receipt.State, receipt.At));
    }

    /// <summary>A schema that lets everything pass would make all of these tests pass.</summary>
    [Fact]
    public async Task Schema_RefusesEveryReceiptThatLacksAPart_HasAnotherOne_OrHasOneOfAnotherKind()
    {
        await _host.Ledger.GrantAsync(_person, "marketing", new ConsentEvidence { NoticeVersion = "2026-11", Channel = "web", Reference = "form 12", Actor = "desk" });
        var whole = await Valid("marketing");
        string[] optional = ["record_id", "tenant", "privacy_notice", "language", "purpose_description", "retention_period", "validity_duration", "pii_description", "party_name", "party_contact", "party_country", "evidence", "collection_method", "reference", "entity_id"];
        var damaged = 0;
        foreach (var (path, parent, name) in Members(whole, []).ToList())
        {
            JsonObject In(JsonNode copy) => path.Aggregate(copy, static (node, step) => step is int index ? node[index]! : node[(string)step]!).AsObject();

            var lacking = whole.DeepClone();
            In(lacking).Remove(name);
            // What an event concerns is said where it concerns one purpose.
            if (!optional.Contains(name) && !(name == "purpose" && path.Contains("events")))
                await Refused(lacking, name);
            var more = whole.DeepClone();
            In(more)["another"] = "text";
            await Refused(more, name);
            var other = whole.DeepClone();
            In(other)[name] = new JsonArray(1);
            await Refused(other, name);
        }

        Assert.True(damaged > 80, $"{damaged} damaged receipts");

        async Task Refused(JsonNode receipt, string name)
        {
            damaged++;
            Assert.True((await ErrorsOf(receipt)).Any(), $"{name}: {receipt}");
        }
    }

    private static IEnumerable<(object[] Path, JsonObject Parent, string Name)> Members(JsonNode? node, object[] path)
    {
        if (node is JsonObject parts)
        {
            foreach (var (name, value) in parts)
            {
                yield return (path, parts, name);
                foreach (var one in Members(value, [.. path, name]))
                    yield return one;
            }
        }

        for (var i = 0; node is JsonArray list && i < list.Count; i++)
        {
            foreach (var one in Members(list[i], [.. path, i]))
                yield return one;
        }
    }

    private async Task<JsonNode> Valid(string purpose)
    {
        var receipt = await Receipts.IssueAsync(_person, purpose);
        var json = JsonNode.Parse(receipt!.ToJson())!;
        Assert.Empty(await ErrorsOf(json));
        return json;
    }

    // Of a person who was restricted once and never asked: something bears on the purpose, and nothing gives consent.
    private async Task<JsonNode> ValidOfNobodyAsked(string purpose, SubjectKey person)
    {
        await _host.Ledger.RestrictAsync(person, "contested");
        await _host.Ledger.LiftRestrictionAsync(person);
        var json = JsonNode.Parse((await Receipts.IssueAsync(person, purpose))!.ToJson())!;
        Assert.Empty(await ErrorsOf(json));
        return json;
    }

    private static async Task<IEnumerable<string>> ErrorsOf(JsonNode receipt)
    {
        var path = typeof(ConsentReceiptTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "ReceiptSchema").Value!;
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(path));
        return schema.Validate(receipt.ToJsonString()).Select(static e => e.ToString());
    }
}
