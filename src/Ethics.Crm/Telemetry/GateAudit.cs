using System.Collections.Concurrent;
using Ethics.Crm.Runtime;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Telemetry;

/// <summary>What the gate of one application does beside permitting: counted, and what audit lets pass is told in the log once for each kind. Names only.</summary>
internal sealed partial class GateAudit(Instruments instruments, ILogger logger)
{
    private readonly ConcurrentDictionary<(string Member, AuditedUse Use), byte> _told = new();

    public void Record(string member, IReadOnlyList<AuditedUse> uses)
    {
        foreach (var use in uses)
        {
            instruments.Audited(member, use);

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

    [LoggerMessage(10, LogLevel.Warning, "Enforcing would have refused '{Member}' for '{Purpose}' ({Refusal}). Said once for each member and purpose; the metric " + TelemetryNames.AuditedReads + " counts them.")]
    private static partial void Audited(ILogger logger, string member, string purpose, Refusal refusal);

    // A text of its own: quotes stand around names, and "no purpose" is none.
    [LoggerMessage(12, LogLevel.Warning, "Enforcing would have refused '{Member}', read without a purpose ({Refusal}). Said once for each member; the metric " + TelemetryNames.AuditedReads + " counts them.")]
    private static partial void AuditedWithoutPurpose(ILogger logger, string member, Refusal refusal);

    [LoggerMessage(11, LogLevel.Warning, "An unchecked scope was opened: {Reason}")]
    private static partial void UncheckedOpened(ILogger logger, string reason);
}
