using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Ethics.Crm.Runtime;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Telemetry;

/// <summary>Reads of one application that the policy would refuse and audit lets pass: counted in a metric, and told in the log once for each kind. Names only.</summary>
internal sealed partial class GateAudit : IDisposable
{
    public const string MeterName = "Ethics.Crm";
    public const string AuditedReads = "ethics_crm.audited_reads";

    private readonly ConcurrentDictionary<(string Member, AuditedUse Use), byte> _told = new();
    private readonly Counter<long> _reads;
    private readonly Meter? _own;
    private readonly ILogger _logger;

    /// <param name="meters">The application's; null makes a meter of our own.</param>
    public GateAudit(IMeterFactory? meters, ILogger logger)
    {
        var meter = meters?.Create(new MeterOptions(MeterName)) ?? (_own = new Meter(MeterName));
        _reads = meter.CreateCounter<long>(AuditedReads, "{read}", "Reads that enforcing would have refused and that audit let pass, by member, purpose and refusal.");
        _logger = logger;
    }

    public void Record(string member, IReadOnlyList<AuditedUse> uses)
    {
        foreach (var use in uses)
        {
            var refusal = new KeyValuePair<string, object?>("refusal", use.Refusal.ToString());
            if (use.Purpose is null)
                _reads.Add(1, new KeyValuePair<string, object?>("member", member), refusal);
            else
                _reads.Add(1, new KeyValuePair<string, object?>("member", member), new KeyValuePair<string, object?>("purpose", use.Purpose), refusal);

            // The first of its kind is told, all are counted: a read in a loop must not fill a log.
            if (!_told.TryAdd((member, use), 0))
                continue;
            if (use.Purpose is null)
                AuditedWithoutPurpose(_logger, member, use.Refusal);
            else
                Audited(_logger, member, use.Purpose, use.Refusal);
        }
    }

    public void Unchecked(string reason) => UncheckedOpened(_logger, reason);

    public void Dispose() => _own?.Dispose();

    [LoggerMessage(10, LogLevel.Warning, "Enforcing would have refused '{Member}' for '{Purpose}' ({Refusal}). Said once for each member and purpose; the metric " + AuditedReads + " counts them.")]
    private static partial void Audited(ILogger logger, string member, string purpose, Refusal refusal);

    // A text of its own: quotes stand around names, and "no purpose" is none.
    [LoggerMessage(12, LogLevel.Warning, "Enforcing would have refused '{Member}', read without a purpose ({Refusal}). Said once for each member; the metric " + AuditedReads + " counts them.")]
    private static partial void AuditedWithoutPurpose(ILogger logger, string member, Refusal refusal);

    [LoggerMessage(11, LogLevel.Warning, "An unchecked scope was opened: {Reason}")]
    private static partial void UncheckedOpened(ILogger logger, string reason);
}
