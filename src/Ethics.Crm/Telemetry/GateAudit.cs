using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Ethics.Crm.Runtime;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Telemetry;

/// <summary>What the gate of one application does beside permitting: counted, and what audit lets pass is told in the log once for each kind. Names only.</summary>
internal sealed partial class GateAudit(Instruments instruments, TimeProvider clock, ILogger logger) : IEnforcementForecasts
{
    // Members and purposes are those of the program and its policy: their number has an end.
    private readonly ConcurrentDictionary<(string Member, AuditedUse Use), byte> _told = new();
    private volatile Counted _counted = new(clock.GetUtcNow());

    public EnforcementForecast Current()
    {
        var counted = _counted;
        return new(counted.Since, [.. counted.Reads.Select(static c => new ForecastLine(c.Key.Member, c.Key.Use.Purpose, c.Key.Use.Refusal, Volatile.Read(ref c.Value.Value)))
            .OrderByDescending(static l => l.Reads).ThenBy(static l => l.Member, StringComparer.Ordinal).ThenBy(static l => l.Purpose, StringComparer.Ordinal)]);
    }

    public void Forget() => _counted = new(clock.GetUtcNow());

    public void Record(string member, IReadOnlyList<AuditedUse> uses)
    {
        foreach (var use in uses)
        {
            instruments.Audited(member, use);
            Interlocked.Increment(ref _counted.Reads.GetOrAdd((member, use), static _ => new StrongBox<long>()).Value);

            // The first of its kind is told, all are counted: a read in a loop must not fill a log.
            if (!_told.TryAdd((member, use), 0))
                continue;
            if (use.Purpose is null)
                AuditedWithoutPurpose(logger, member, use.Refusal);
            else
                Audited(logger, member, use.Purpose, use.Refusal);
        }
    }

    public void Stopped(string member, IReadOnlyList<string> purposes, GateVerdict verdict, Func<string, bool> known) => instruments.Stopped(member, purposes, verdict, known);

    public void Unchecked(string reason)
    {
        instruments.Unchecked();
        UncheckedOpened(logger, reason);
    }

    private sealed class Counted(DateTimeOffset since)
    {
        public DateTimeOffset Since => since;

        public ConcurrentDictionary<(string Member, AuditedUse Use), StrongBox<long>> Reads { get; } = new();
    }

    [LoggerMessage(10, LogLevel.Warning, "Enforcing would have refused '{Member}' for '{Purpose}' ({Refusal}). Said once for each member and purpose; the metric " + TelemetryNames.AuditedReads + " counts them.")]
    private static partial void Audited(ILogger logger, string member, string purpose, Refusal refusal);

    // A text of its own: quotes stand around names, and "no purpose" is none.
    [LoggerMessage(12, LogLevel.Warning, "Enforcing would have refused '{Member}', read without a purpose ({Refusal}). Said once for each member; the metric " + TelemetryNames.AuditedReads + " counts them.")]
    private static partial void AuditedWithoutPurpose(ILogger logger, string member, Refusal refusal);

    [LoggerMessage(11, LogLevel.Warning, "An unchecked scope was opened: {Reason}")]
    private static partial void UncheckedOpened(ILogger logger, string reason);
}
