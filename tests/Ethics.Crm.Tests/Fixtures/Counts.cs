using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Tests.Fixtures;

/// <summary>The measurements of one instrument of one application, added up for each combination of tags: <c>member purpose refusal: 3</c>.</summary>
internal sealed class Counts : IMeterFactory
{
    private static readonly string[] s_order = ["member", "action", "outcome", "opens", "purpose", "recipient", "refusal", "rule"];

    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, long> _counts = [];
    private readonly List<Meter> _meters = [];

    /// <param name="all">Those of meters that nobody asked this factory for, too.</param>
    public Counts(string name, bool all = false)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == name && instrument.Meter.Name == EthicsCrmTelemetry.MeterName && (all || ReferenceEquals(instrument.Meter.Scope, this)))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            var named = tags.ToArray().ToDictionary(t => t.Key.Replace("ethics_crm.", "", StringComparison.Ordinal), t => t.Value?.ToString());
            Assert.Empty(named.Keys.Except(s_order));
            var key = string.Join(' ', s_order.Where(named.ContainsKey).Select(tag => named[tag]));
            lock (_counts)
                _counts[key] = _counts.GetValueOrDefault(key) + value;
        });
        _listener.Start();
    }

    public IReadOnlyList<string> All => [.. _counts.Select(c => $"{c.Key}: {c.Value}").Order(StringComparer.Ordinal)];

    public void Add(IServiceCollection services) => services.AddSingleton<IMeterFactory>(this);

    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.ForEach(m => m.Dispose());
    }
}
