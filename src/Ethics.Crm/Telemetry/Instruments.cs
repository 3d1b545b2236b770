using System.Diagnostics;
using System.Diagnostics.Metrics;
using Ethics.Crm.Consent;
using Ethics.Crm.Decisions;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Telemetry;

/// <summary>
/// What one application counts and traces. A read that is permitted at once is not counted: counting would cost more than the read. A name that the policy does not
/// know is not passed on, because it may be whatever somebody typed.
/// </summary>
internal sealed class Instruments : IDisposable
{
    private const string UnknownPurpose = "(unknown)";

    // Listeners find sources by name; one for the process, as every library has.
    private static readonly ActivitySource Source = new(EthicsCrmTelemetry.ActivitySourceName);

    private readonly Counter<long> _audited;
    private readonly Counter<long> _stopped;
    private readonly Counter<long> _decisions;
    private readonly Counter<long> _consent;
    private readonly Counter<long> _reloads;
    private readonly Counter<long> _unchecked;
    private readonly Counter<long> _disclosures;
    private readonly Meter? _own;

    /// <param name="meters">The application's; null makes a meter of our own.</param>
    public Instruments(IMeterFactory? meters)
    {
        var meter = meters?.Create(new MeterOptions(EthicsCrmTelemetry.MeterName)) ?? (_own = new Meter(EthicsCrmTelemetry.MeterName));
        _audited = meter.CreateCounter<long>(TelemetryNames.AuditedReads, "{read}", "Reads that enforcing would have refused and that audit let pass.");
        _stopped = meter.CreateCounter<long>(TelemetryNames.StoppedReads, "{read}", "Reads that were refused, or answered with the redacted value.");
        _decisions = meter.CreateCounter<long>(TelemetryNames.Decisions, "{decision}", "Answers of IPurposeDecisions.");
        _consent = meter.CreateCounter<long>(TelemetryNames.ConsentChanges, "{change}", "Decisions of persons that were recorded.");
        _reloads = meter.CreateCounter<long>(TelemetryNames.PolicyReloads, "{reload}", "Changed policies that were taken, or not.");
        _unchecked = meter.CreateCounter<long>(TelemetryNames.UncheckedScopes, "{scope}", "Unchecked scopes that were opened.");
        _disclosures = meter.CreateCounter<long>(TelemetryNames.Disclosures, "{disclosure}", "Requests to recipients of the policy that were sent or refused.");
    }

    public void Audited(string member, AuditedUse use)
    {
        var tags = new TagList { { TelemetryNames.Member, member }, { TelemetryNames.Refusal, use.Refusal.ToString() } };
        if (use.Purpose is not null)
            tags.Add(TelemetryNames.Purpose, use.Purpose);
        _audited.Add(1, tags);
    }

    /// <param name="known">The purposes of the policy.</param>
    public void Stopped(string member, IReadOnlyList<string> purposes, GateVerdict verdict, Func<string, bool> known)
    {
        var activity = Activity.Current is { IsAllDataRequested: true } current ? current : null;
        if (!_stopped.Enabled && activity is null)
            return;
        var tags = new TagList { { TelemetryNames.Member, member }, { TelemetryNames.Refusal, verdict.Refusal.ToString() }, { TelemetryNames.Outcome, verdict.Outcome == GateOutcome.Redacted ? Outcomes.Redacted : Outcomes.Refused } };
        if (purposes.Count > 0)
            tags.Add(TelemetryNames.Purpose, Words(purposes, known));
        if (verdict.Rule is not null)
            tags.Add(TelemetryNames.Rule, verdict.Rule);
        _stopped.Add(1, tags);
        activity?.AddEvent(new ActivityEvent(TelemetryNames.StoppedEvent, tags: [.. tags]));
    }

    /// <summary>Whether anybody listens to decisions.</summary>
    public bool CountsDecisions => _decisions.Enabled;

    /// <param name="isKnown">Whether the policy knows the purpose.</param>
    public void Decided(PurposeDecision decision, string purpose, bool isKnown)
    {
        if (!_decisions.Enabled)
            return;
        var tags = new TagList { { TelemetryNames.Outcome, decision.Allowed ? Outcomes.Allowed : Outcomes.Refused }, { TelemetryNames.Purpose, isKnown ? purpose : UnknownPurpose } };
        if (decision.Rule is not null)
            tags.Add(TelemetryNames.Rule, decision.Rule);
        _decisions.Add(1, tags);
    }

    /// <summary>The activity around one change; null when nobody listens.</summary>
    /// <param name="purpose">One that the policy knows, or a branch of such; null for a restriction.</param>
    public static Activity? StartConsentChange(ConsentAction action, string? purpose)
    {
        var activity = Source.StartActivity(TelemetryNames.ConsentActivity);
        activity?.SetTag(TelemetryNames.Action, action.ToString());
        if (purpose is not null)
            activity?.SetTag(TelemetryNames.Purpose, purpose);
        return activity;
    }

    public void ConsentChanged(ConsentAction action, string? purpose)
    {
        var tags = new TagList { { TelemetryNames.Action, action.ToString() } };
        if (purpose is not null)
            tags.Add(TelemetryNames.Purpose, purpose);
        _consent.Add(1, tags);
    }

    /// <summary>The activity around one look at a changed policy; null when nobody listens.</summary>
    public static Activity? StartReload() => Source.StartActivity(TelemetryNames.ReloadActivity);

    /// <param name="activity">From <see cref="StartReload"/>.</param>
    /// <param name="isTaken">False when the last good policy stays in force.</param>
    /// <param name="opens">Whether it permits something that the one before did not.</param>
    public void Reloaded(Activity? activity, bool isTaken, bool opens)
    {
        var outcome = isTaken ? Outcomes.Taken : Outcomes.KeptLastGood;
        _reloads.Add(1, new TagList { { TelemetryNames.Outcome, outcome }, { TelemetryNames.Opens, opens } });
        activity?.SetTag(TelemetryNames.Outcome, outcome).SetTag(TelemetryNames.Opens, opens);
        if (!isTaken)
            activity?.SetStatus(ActivityStatusCode.Error);
    }

    /// <param name="recipient">As the code names it.</param>
    /// <param name="known">The purposes of the policy.</param>
    public void Disclosed(string recipient, IReadOnlyList<string> purposes, string outcome, Func<string, bool> known)
    {
        var tags = new TagList { { TelemetryNames.Recipient, recipient }, { TelemetryNames.Outcome, outcome } };
        if (purposes.Count > 0)
            tags.Add(TelemetryNames.Purpose, Words(purposes, known));
        _disclosures.Add(1, tags);
    }

    public void Unchecked() => _unchecked.Add(1);

    public void Dispose() => _own?.Dispose();

    private static string Words(IReadOnlyList<string> purposes, Func<string, bool> known) =>
        string.Join(", ", purposes.Select(purpose => known(purpose) ? purpose : UnknownPurpose).Distinct().OrderBy(static purpose => purpose, StringComparer.Ordinal));
}
