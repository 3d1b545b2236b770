using System.Diagnostics;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>What is counted and traced beside reads that audit lets pass: names only, and nothing of what is permitted at once.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class TelemetryTests
{
    private const string Support = "\"support\":         { \"basis\": \"contract\" }";

    [Fact]
    public void StoppedReads_AreCountedByMemberPurposeAndRefusal_PermittedOnesAreNot()
    {
        using var counts = new Counts("ethics_crm.stopped_reads");
        using var host = new TestHost(services: counts.Add);
        var contact = new Contact { Id = 7, Email = "value" };

        Assert.Equal("value", In("support", () => contact.Email));
        for (var i = 0; i < 2; i++)
            In("billing", () => contact.Email);
        In("marketing", () => contact.Email);
        Outcome(() => contact.Email);
        using (PurposeScope.Enter("billing", "support"))
            Outcome(() => contact.Email);

        Assert.Equal(
            [
                "Contact.Email refused NoScope: 1", "Contact.Email refused billing NotPermitted: 2", "Contact.Email refused billing, support NotPermitted: 1",
                "Contact.Email refused marketing ConsentMissing: 1",
            ],
            counts.All);
    }

    /// <summary>What the conventions ask of names: lower case, a namespace and dots, no unit or "total" in it, and counted things in braces.</summary>
    [Fact]
    public void Names_AreWithinTheSemanticConventions()
    {
        var seen = new List<System.Diagnostics.Metrics.Instrument>();
        using var listener = new System.Diagnostics.Metrics.MeterListener { InstrumentPublished = (instrument, _) => { if (instrument.Meter.Name == EthicsCrmTelemetry.MeterName) seen.Add(instrument); } };
        listener.Start();
        using var host = new TestHost();

        Assert.NotEmpty(seen);
        Assert.All(seen, static one =>
        {
            Assert.Matches("^ethics_crm(\\.[a-z]+(_[a-z]+)*)+$", one.Name);
            Assert.DoesNotMatch("total|count$", one.Name);
            Assert.Matches("^\\{[a-z]+\\}$", one.Unit);
            Assert.False(string.IsNullOrWhiteSpace(one.Description));
        });
    }

    [Fact]
    public void RedactedReads_AreCountedAsSuch()
    {
        using var counts = new Counts("ethics_crm.stopped_reads");
        using var host = new TestHost(TestHost.With("""  "enforcement": { "default": "redact" }"""), services: counts.Add);

        In("billing", () => new Contact { Id = 7, Email = "value" }.Email);

        Assert.Equal(["Contact.Email redacted billing NotPermitted: 1"], counts.All);
    }

    [Fact]
    public void PurposeThatThePolicyDoesNotKnow_IsNotPassedOn_BecauseSomebodyMayHaveTypedIt()
    {
        using var stopped = new Counts("ethics_crm.stopped_reads");
        using var decided = new Counts("ethics_crm.decisions");
        using (var host = new TestHost(services: stopped.Add))
            In("jane.doe@example.org", () => new Contact { Id = 7, Email = "value" }.Email);
        using (var host = new TestHost(services: decided.Add))
            host.Decisions.Decide(TestHost.Person(7), "contact.email", "jane.doe@example.org");

        Assert.Equal(["Contact.Email refused (unknown) UnknownPurpose: 1"], stopped.All);
        Assert.Equal(["refused (unknown): 1"], decided.All);
    }

    [Fact]
    public void Decisions_AreCountedByOutcomeAndPurpose()
    {
        using var counts = new Counts("ethics_crm.decisions");
        using var host = new TestHost(services: counts.Add);

        host.Decisions.Decide(TestHost.Person(7), "contact.email", "support");
        host.Decisions.Decide(TestHost.Person(7), "contact.email", "billing");
        host.Decisions.Decide(TestHost.Person(8), "contact.email", "billing");

        Assert.Equal(["allowed support: 1", "refused billing: 2"], counts.All);
    }

    [Fact]
    public async Task ConsentChanges_AreCountedByActionAndPurpose_OnceTheyHold()
    {
        using var counts = new Counts("ethics_crm.consent_changes");
        using var host = new TestHost(services: counts.Add);

        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        await host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing.email");
        await host.Ledger.RestrictAsync(TestHost.Person(7), "she asked for it");
        await Assert.ThrowsAsync<ArgumentException>(() => host.Ledger.GrantAsync(TestHost.Person(7), "astrology"));

        Assert.Equal(["Grant marketing: 1", "Restrict: 1", "Withdraw marketing.email: 1"], counts.All);
    }

    [Fact]
    public void PolicyReloads_AreCountedByOutcome_AndByWhetherTheyOpenSomething()
    {
        using var counts = new Counts("ethics_crm.policy_reloads");
        using var host = new TestHost(services: counts.Add);

        Assert.True(host.Reload(TestHost.Policy.Replace(Support, "\"support\": { \"basis\": \"consent\" }")));
        Assert.True(host.Reload(TestHost.Policy));
        Assert.True(host.Reload(TestHost.Policy));
        Assert.False(host.Reload("{ not a policy"));
        Assert.False(host.Reload());

        Assert.Equal(["kept_last_good False: 1", "taken False: 1", "taken True: 1"], counts.All);
    }

    [Fact]
    public void UncheckedScopes_AreCounted_WithoutTheirReason()
    {
        using var counts = new Counts("ethics_crm.unchecked_scopes");
        using var host = new TestHost(services: counts.Add);

        using (PurposeScope.Unchecked("ticket 4711"))
        {
        }

        Assert.Equal([": 1"], counts.All);
    }

    [Fact]
    public async Task Activities_TellOfReloadsAndConsent_AndARefusalIsAnEventOfTheRequestThatItStopped()
    {
        var ended = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is EthicsCrmTelemetry.ActivitySourceName or "Ethics.Crm.Tests.Telemetry",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("Ethics.Crm.Tests.Telemetry");
        using var host = new TestHost();

        using (source.StartActivity("request"))
        {
            In("support", () => new Contact { Id = 7, Email = "value" }.Email);
            In("billing", () => new Contact { Id = 7, Email = "value" }.Email);
            await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        }

        host.Reload("{ not a policy");

        Assert.Equal(["ethics_crm.consent_change", "request", "ethics_crm.policy_reload"], ended.Select(activity => activity.OperationName));
        Assert.Equal(["Grant", "marketing"], ended[0].TagObjects.Select(tag => tag.Value));
        var stopped = Assert.Single(ended[1].Events);
        Assert.Equal("ethics_crm.stopped_read", stopped.Name);
        Assert.Equal(["Contact.Email", "NotPermitted", "refused", "billing"], stopped.Tags.Select(tag => tag.Value));
        Assert.Equal(ActivityStatusCode.Error, ended[2].Status);
        Assert.DoesNotContain(ended.SelectMany(activity => activity.TagObjects).Concat(stopped.Tags), tag => tag.Value is "7" or "value" or 7);
    }

    [Fact]
    public void WithoutListener_NothingIsMade()
    {
        using var host = new TestHost();
        using var request = new Activity("request").Start();
        request.IsAllDataRequested = false;

        In("billing", () => new Contact { Id = 7, Email = "value" }.Email);

        Assert.Empty(request.Events);
    }
}
