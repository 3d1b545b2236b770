using System.Diagnostics;
using System.Diagnostics.Metrics;
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench;

/// <summary>A processor that prints and posts letters for newsletter and marketing; may have contact data.</summary>
[DisclosesTo("mailhouse")]
public static class MailHouse
{
    public static void Send(object? value) => Recorder.Record("recipient:mailhouse", value, deep: true);

    public static Task SendAsync(object? value, CancellationToken cancellationToken = default)
    {
        Send(value);
        return Task.CompletedTask;
    }
}

/// <summary>A controller of its own that sells advertising; may have what people do online, for marketing.</summary>
[DisclosesTo("ad-network")]
public static class AdNetwork
{
    public static void Push(object? value) => Recorder.Record("recipient:ad-network", value, deep: true);
}

/// <summary>A controller of its own that collects money; may have financial data, for billing.</summary>
[DisclosesTo("bank")]
public static class Bank
{
    public static void Collect(object? value) => Recorder.Record("recipient:bank", value, deep: true);
}

/// <summary>Loggers as an application has them.</summary>
public static class Logs
{
    public static ILogger Logger { get; } = new RecordingLogger();

    public static ILogger<T> Of<T>() => new RecordingLogger<T>();

    private class RecordingLogger : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Recorder.Record("log", state);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Recorder.Record("log", formatter(state, exception));
            if (state is IEnumerable<KeyValuePair<string, object?>> pairs)
            {
                // A structured sink keeps the arguments, and the whole object where the template asks for it with "@".
                foreach (var pair in pairs)
                    Recorder.Record("log", pair.Value, deep: pair.Key.StartsWith('@'));
            }

            if (exception is not null)
                Recorder.Record("log", exception.ToString());
        }
    }

    private sealed class RecordingLogger<T> : RecordingLogger, ILogger<T>;
}

/// <summary>Traces as an application has them; whatever a span is tagged with is kept beside the logs.</summary>
public static class Tracing
{
    public static ActivitySource Source { get; } = Kept(new ActivitySource("PurposeBench"));

    private static ActivitySource Kept(ActivitySource source)
    {
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = one => ReferenceEquals(one, source),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = static span =>
            {
                foreach (var tag in span.TagObjects)
                    Recorder.Record("log", tag.Value);
            },
        });
        return source;
    }
}

/// <summary>Metrics as an application has them; whatever a measurement is tagged with is kept beside the logs.</summary>
public static class Metering
{
    public static Meter Meter { get; } = Kept(new Meter("PurposeBench"));

    private static Meter Kept(Meter meter)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter, meter))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>(static (_, _, tags, _) => Keep(tags));
        listener.SetMeasurementEventCallback<double>(static (_, _, tags, _) => Keep(tags));
        listener.Start();
        return meter;
    }

    private static void Keep(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
            Recorder.Record("log", tag.Value);
    }
}
