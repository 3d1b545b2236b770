using System.Diagnostics.Metrics;
using Ethics.Crm.Telemetry;

namespace Ethics.Crm.Testing;

/// <summary>Records the reads that the policy's audit mode lets pass in the code that runs inside: not those of tests beside this one.</summary>
public sealed class TestAudit : IDisposable
{
    private static readonly AsyncLocal<TestAudit?> Running = new();

    private readonly MeterListener _listener = new();
    private readonly List<AuditedRead> _reads = [];
    private readonly TestAudit? _around;

    private TestAudit()
    {
        _around = Running.Value;
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == GateAudit.MeterName && instrument.Name == GateAudit.AuditedReads)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Add(tags));
        Running.Value = this;
        _listener.Start();
    }

    /// <summary>What was recorded so far, in order.</summary>
    public IReadOnlyList<AuditedRead> Reads
    {
        get
        {
            lock (_reads)
                return [.. _reads];
        }
    }

    /// <summary>Records from now on, until it is disposed.</summary>
    public static TestAudit Record() => new();

    /// <summary>Ends the recording; what was recorded stays.</summary>
    public void Dispose()
    {
        _listener.Dispose();
        if (ReferenceEquals(Running.Value, this))
            Running.Value = _around;
    }

    private void Add(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!IsRunningHere())
            return;
        string? member = null, purpose = null;
        Refusal refusal = default;
        foreach (var tag in tags)
        {
            if (tag.Key == "member")
                member = tag.Value as string;
            else if (tag.Key == "purpose")
                purpose = tag.Value as string;
            else if (tag.Key == "refusal" && Enum.TryParse(tag.Value as string, out Refusal named))
                refusal = named;
        }

        if (member is null)
            return;
        lock (_reads)
            _reads.Add(new AuditedRead(member, purpose, refusal));
    }

    private bool IsRunningHere()
    {
        for (var running = Running.Value; running is not null; running = running._around)
        {
            if (ReferenceEquals(running, this))
                return true;
        }

        return false;
    }
}
