using System.Text.Json;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Json.Serialising;

namespace Ethics.Crm.Tests.Json;

/// <summary>What the people and the policy's modes make of what is written.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class JsonPeopleTests
{
    private static Person Of(int id) => new() { Id = id, Email = $"mail{id}", City = "London", Tickets = [new Ticket { PersonId = id, Text = $"words{id}", Subject = "chair" }] };

    [Theory, CombinatorialMetadata]
    public async Task EachPersonIsAsked_ForGuardedMembersAndForOthers(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);
        List<Person> people = [Of(7), Of(8)];
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");

        var json = For("marketing", people, options);

        Assert.Contains("mail7", json);
        Assert.Contains("words7", json);
        Assert.DoesNotContain("mail8", json);
        Assert.DoesNotContain("words8", json);
        Assert.Equal(2, Occurrences(json, "London"));
    }

    [Theory, CombinatorialMetadata]
    public async Task Withdrawal_HoldsAtTheNextWrite_AndSoDoesAGrant(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);
        var person = Of(7);

        for (var i = 0; i < 3; i++)
        {
            Assert.DoesNotContain("words7", For("marketing", person, options));
            await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
            Assert.Contains("words7", For("marketing", person, options));
            Assert.Contains("mail7", For("marketing", person, options));
            await host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing");
            Assert.DoesNotContain("mail7", For("marketing", person, options));
        }
    }

    [Theory, CombinatorialMetadata]
    public async Task Restriction_LeavesOutWhatTheContractPermits(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);
        await host.Ledger.RestrictAsync(TestHost.Person(7), "disputed");

        Assert.DoesNotContain("words7", For("support", Of(7), options));
        Assert.DoesNotContain("mail7", For("support", Of(7), options));
        Assert.Contains("words8", For("support", Of(8), options));
    }

    [Theory, CombinatorialMetadata]
    public async Task ObjectThatNowIsAboutAnotherPerson_IsAskedOfThatOne(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        var ticket = new Ticket { PersonId = 7, Text = "words" };

        Assert.Contains("words", For("marketing", new Person { Tickets = [ticket] }, options));
        ticket.PersonId = 8;
        Assert.DoesNotContain("words", For("marketing", new Person { Tickets = [ticket] }, options));
        ticket.PersonId = 0;
        Assert.DoesNotContain("words", For("marketing", new Person { Tickets = [ticket] }, options));
        ticket.PersonId = 7;
        Assert.Contains("words", For("marketing", new Person { Tickets = [ticket] }, options));
    }

    [Theory, CombinatorialMetadata]
    public async Task DataAboutTwo_NeedsBoth(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);
        var introduction = new Introduction { From = 7, To = 8, Words = "words" };

        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        Assert.DoesNotContain("words", For("marketing", introduction, options));
        await host.Ledger.GrantAsync(TestHost.Person(8), "marketing");
        Assert.Contains("words", For("marketing", introduction, options));
    }

    [Theory, CombinatorialMetadata]
    public void Redacting_WritesTheCategorysText_Null_OrNothingWhereAValueWouldBeInvented(Metadata metadata)
    {
        using var host = new TestHost(TestHost.With(""" "enforcement": { "default": "redact" } """));
        var options = Options(metadata);
        var person = new Person { Id = 7, Email = "mail", Nickname = "nick", Age = 36, Children = 3, Tickets = [new Ticket { PersonId = 7, Text = "words", Priority = 2 }] };

        Assert.Equal(
            """{"Id":7,"Email":"•••","Nickname":null,"Children":null,"City":"","Tickets":[{"Id":0,"PersonId":7,"Text":"•••","Subject":""}],"Greeting":"Dear •••"}""",
            For("billing", person, options).Replace("\\u2022", "•"));
        Assert.Contains("\"Nickname\":\"nick\",\"Age\":36", For("support", person, options));
    }

    [Theory, CombinatorialMetadata]
    public void Redacting_LeavesOutInADecision(Metadata metadata)
    {
        using var host = new TestHost(TestHost.With(""" "enforcement": { "default": "redact" } """).Replace("\"billing\":         { \"basis\": \"contract\" }", "\"billing\": { \"basis\": \"contract\", \"decision\": true }"));
        var options = Options(metadata);

        Assert.Equal("""{"Id":7,"City":"London","Tickets":[{"Id":0,"PersonId":7,"Subject":"chair"}]}""", For("billing", Of(7), options));
    }

    [Theory, CombinatorialMetadata]
    public void Auditing_WritesAndTells(Metadata metadata)
    {
        using var host = new TestHost(TestHost.With(""" "enforcement": { "default": "audit" } """));
        var options = Options(metadata);

        var json = For("billing", Of(7), options);

        Assert.Contains("mail7", json);
        Assert.Contains("words7", json);
        Assert.Contains(host.Log.Entries, e => e.Text.Contains("'Person.Email' for 'billing'"));
        Assert.Contains(host.Log.Entries, e => e.Text.Contains("'Ticket.Text' for 'billing'"));
        Assert.DoesNotContain(host.Log.Entries, e => e.Text.Contains("words7") || e.Text.Contains("mail7"));
    }

    [Theory, CombinatorialMetadata]
    public void ReadingJson_AsksNobody(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);
        const string Json = """{"Id":7,"Email":"mail","Nickname":"nick","Age":36,"Children":3,"City":"London","Tickets":[{"Id":1,"PersonId":7,"Text":"words","Priority":2,"Subject":"chair"}]}""";

        var person = JsonSerializer.Deserialize<Person>(Json, options)!;
        var row = JsonSerializer.Deserialize<Row>("""{"Id":7,"Mail":"mail","Phone":"phone"}""", options)!;

        Assert.Equal(Json.TrimEnd('}') + ",\"Greeting\":\"Dear mail\"}", For("support", person, options));
        Assert.Contains("\"Phone\":\"phone\"", For("support", row, options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Row>("""{"Id":7}""", options));
    }

    [Theory, CombinatorialMetadata]
    public void ReadingIntoACollection_IsAsWithoutPurposes(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);
        const string Json = """{"Lines":["one","two"],"Number":1}""";

        // The serialiser asks the getter for what is there already: see the limits.
        Assert.Throws<PurposeViolationException>(() => JsonSerializer.Deserialize<GuardedForm>(Json, new JsonSerializerOptions()));
        Assert.Throws<PurposeViolationException>(() => JsonSerializer.Deserialize<GuardedForm>(Json, options));
        using (PurposeScope.Enter("support"))
            Assert.Equal(["one", "two"], JsonSerializer.Deserialize<GuardedForm>(Json, options)!.Lines);
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}
