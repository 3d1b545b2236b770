using System.Text.Json;
using System.Text.Json.Serialization;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Json.Serialising;

namespace Ethics.Crm.Tests.Json;

/// <summary>Which members are written: asked at each write, by reflection and by generated metadata alike.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class JsonMembersTests
{
    private static Person Ada => new() { Id = 7, Email = "mail", Nickname = "nick", Age = 36, Children = 3, City = "London" };

    [Theory, CombinatorialMetadata]
    public void MembersThatThePurposeMayNotHave_AreLeftOut_TheOthersAreWritten(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);

        Assert.Equal("""{"Id":7,"Email":"mail","Nickname":"nick","Age":36,"Children":3,"City":"London","Tickets":[],"Greeting":"Dear mail"}""", For("support", Ada, options));
        Assert.Equal("""{"Id":7,"City":"London","Tickets":[]}""", For("billing", Ada, options));
    }

    [Theory, CombinatorialMetadata]
    public void EachWriteIsAsked_WhateverTheSerialiserHasCached(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);
        var ada = Ada;

        for (var i = 0; i < 3; i++)
        {
            Assert.Contains("nick", For("support", ada, options));
            Assert.DoesNotContain("nick", For("billing", ada, options));
            Assert.DoesNotContain("nick", JsonSerializer.Serialize(ada, options));
            Assert.DoesNotContain("nick", For("astrology", ada, options));
        }
    }

    [Theory, CombinatorialMetadata]
    public void WithoutScope_AndInAClosedOne_EveryLabelledMemberIsLeftOut(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);
        ExecutionContext captured;
        using (PurposeScope.Enter("support"))
            captured = ExecutionContext.Capture()!;

        var late = "";
        ExecutionContext.Run(captured, _ => late = JsonSerializer.Serialize(Ada, options), null);

        Assert.Equal("""{"Id":7,"City":"London","Tickets":[]}""", JsonSerializer.Serialize(Ada, options));
        Assert.Equal("""{"Id":7,"City":"London","Tickets":[]}""", late);
    }

    [Theory, CombinatorialMetadata]
    public void MemberThatIsNotGuarded_IsAskedBesideItsGetter(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);
        var ada = new Person { Id = 7, Tickets = [new Ticket { Id = 1, PersonId = 7, Text = "words", Priority = 2, Subject = "chair" }] };

        Assert.Contains("""{"Id":1,"PersonId":7,"Text":"words","Priority":2,"Subject":"chair"}""", For("support", ada, options));
        Assert.Contains("""{"Id":1,"PersonId":7,"Subject":"chair"}""", For("billing", ada, options));
    }

    [Theory, CombinatorialMetadata]
    public void MemberThatThePolicyLabels_IsAsked_TheOneBesideItIsNot(Metadata metadata)
    {
        using var host = new TestHost(TestHost.With(""" "fields": { "Ethics.Crm.Tests.Json.Legacy.Mail": { "category": "contact.email" }, "Ethics.Crm.Tests.Json.Legacy.Born": { "category": "contact.age", "collectedFor": ["support"] } }"""));
        var options = Options(metadata);
        var legacy = new Legacy { Mail = "mail", Born = 1815, Site = "home" };

        Assert.Equal("""{"Mail":"mail","Born":1815,"Site":"home"}""", For("support", legacy, options));
        Assert.Equal("""{"Site":"home"}""", For("billing", legacy, options));
    }

    [Theory, CombinatorialMetadata]
    public void Override_IsAskedByItsOwnLabel_ThroughTheBaseAndTheInterface(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);
        Conversation call = new Call { PersonId = 7, Summary = "words", Minutes = 3 }, letter = new Letter { PersonId = 7, Summary = "words" };
        IReachable desk = new Desk { Reach = "desk" }, branch = new Branch { Reach = "branch" };

        Assert.Equal("""{"$type":"call","Minutes":3,"PersonId":7}""", Sorted(For("billing", call, options)));
        Assert.Contains("words", For("support", call, options));
        Assert.Contains("words", For("billing", letter, options));
        Assert.Equal("{}", For("billing", desk, options));
        Assert.Equal("""{"Reach":"desk"}""", For("support", desk, options));
        Assert.Equal("""{"Reach":"branch"}""", For("billing", branch, options));
    }

    [Theory, CombinatorialMetadata]
    public void OverrideOfTheProgramOverAGuardedProperty_IsLeftOutAsTheGuardedOneIs(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);
        Person proxy = new PersonProxy { Id = 7, Email = "mail" };

        for (var i = 0; i < 3; i++)
        {
            Assert.DoesNotContain("mail", For("billing", proxy, options));
            Assert.DoesNotContain("mail", For("billing", Ada, options));
            Assert.Contains("\"Email\":\"mail\"", For("support", proxy, options));
        }
    }

    [Theory, CombinatorialMetadata]
    public void RecordsStructsAndFields_AreAskedToo(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);
        var row = new Row(7, "mail") { Phone = "phone" };
        var spot = new Spot { Id = 7, Guarded = "guarded", Plain = "plain" };

        Assert.Equal("""{"Id":7}""", For("billing", row, options));
        Assert.Equal("""{"Id":7,"Mail":"mail","Phone":"phone"}""", Sorted(For("support", row, options)));
        Assert.Equal("""{"Id":7}""", For("billing", spot, options));
        Assert.Equal("""{"Guarded":"guarded","Id":7,"Plain":"plain"}""", Sorted(For("support", spot, options)));
    }

    [Theory, CombinatorialMetadata]
    public void ExtensionData_IsLeftOutAsAWhole(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);
        var form = JsonSerializer.Deserialize<Form>("""{"PersonId":7,"phone":"1","fax":"2"}""", options)!;
        GuardedForm guarded;
        using (PurposeScope.Enter("support"))
            guarded = JsonSerializer.Deserialize<GuardedForm>("""{"Number":1,"phone":"1","fax":"2"}""", options)!;

        Assert.Equal(2, form.Rest!.Count);
        Assert.Equal("""{"PersonId":7}""", For("billing", form, options));
        Assert.Equal("""{"PersonId":7,"phone":"1","fax":"2"}""", For("support", form, options));
        Assert.Equal("""{"Number":1}""", For("billing", guarded, options));
        Assert.Equal("""{"Lines":[],"Number":1,"fax":"2","phone":"1"}""", Sorted(For("support", guarded, options)));
    }

    [Theory, CombinatorialMetadata]
    public void ConditionsOfTheProgram_StillCount(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);

        Assert.Equal("""{"Text":"a","Number":1,"Always":"b"}""", For("support", new Conditions { Text = "a", Number = 1, Always = "b" }, options));
        Assert.Equal("""{"Always":null}""", For("support", new Conditions(), options));
        Assert.Equal("{}", For("billing", new Conditions { Text = "a", Number = 1, Always = "b" }, options));
        Assert.Equal("""{"Always":null}""", For("support", new Conditions(), options));
    }

    [Theory, CombinatorialMetadata]
    public void ConditionOfTheOptions_StillCounts_AndNothingStandsForWhatIsLeftOut(Metadata metadata)
    {
        using var host = new TestHost();
        foreach (var condition in new[] { JsonIgnoreCondition.WhenWritingNull, JsonIgnoreCondition.WhenWritingDefault })
        {
            var options = Options(metadata, o => o.DefaultIgnoreCondition = condition);
            var person = new Person { Id = 7, Email = "mail", Age = 36 };

            Assert.Equal("""{"Id":7,"City":"","Tickets":[]}""", For("billing", person, options));
            Assert.Equal("""{"Id":7,"Email":"mail","Age":36,"City":"","Tickets":[],"Greeting":"Dear mail"}""", For("support", person, options));
        }
    }

    [Theory, CombinatorialMetadata]
    public void ReadOnlyMembersThatTheOptionsLeaveOut_StayOut_CollectionsDoNot(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata, o => o.IgnoreReadOnlyProperties = true);

        Assert.DoesNotContain("Greeting", For("support", Ada, options));
        Assert.Contains("Email", For("support", Ada, options));
        Assert.Equal("""{"Lines":["one"]}""", For("support", new Basket(), options));
        Assert.Equal("{}", For("billing", new Basket(), options));
    }

    [Fact]
    public void ConditionOfAnotherModifier_StillCounts_AndItsExceptionPasses()
    {
        using var host = new TestHost();
        var options = Options(Metadata.Reflected, o => o.TypeInfoResolver = o.TypeInfoResolver!.WithAddedModifierFor<Person>(type =>
        {
            type.Properties.Single(p => p.Name == "Nickname").ShouldSerialize = static (_, value) => value is not "nick";
            type.Properties.Single(p => p.Name == "City").ShouldSerialize = static (_, value) => value is "nowhere" ? throw new NotSupportedException() : true;
        }));

        Assert.DoesNotContain("Nickname", For("support", Ada, options));
        Assert.Contains("Nickname", For("support", new Person { Nickname = "other" }, options));
        Assert.Throws<NotSupportedException>(() => For("support", new Person { City = "nowhere" }, options));
    }

    [Theory, CombinatorialMetadata]
    public async Task LongGraph_WrittenInPieces_IsAskedOnEachThread(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata, o => o.DefaultBufferSize = 64);
        var people = Enumerable.Range(1, 500).Select(i => new Person { Id = i, Email = $"mail{i}", City = $"city{i}" }).ToList();

        var permitted = await Written("support");
        var refused = await Written("billing");

        Assert.Equal(500, permitted.Count(p => p.Email.Length > 0 && p.City.Length > 0));
        Assert.Equal(500, refused.Count(p => p.Email.Length == 0 && p.City.Length > 0));

        async Task<List<(string Email, string City)>> Written(string purpose)
        {
            using var stream = new YieldingStream();
            await PurposeScope.RunAsync(purpose, ct => JsonSerializer.SerializeAsync(stream, people, options, ct));
            stream.Position = 0;
            using var document = await JsonDocument.ParseAsync(stream);
            return [.. document.RootElement.EnumerateArray().Select(e => (e.TryGetProperty("Email", out var mail) ? mail.GetString()! : "", e.GetProperty("City").GetString()!))];
        }
    }

    private static string Sorted(string json)
    {
        using var document = JsonDocument.Parse(json);
        return "{" + string.Join(",", document.RootElement.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"\"{p.Name}\":{p.Value.GetRawText()}")) + "}";
    }
}
