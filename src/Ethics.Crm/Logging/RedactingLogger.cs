using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Logging;

/// <summary>Looks at what is logged before any provider does.</summary>
internal sealed class RedactingLogger(ILogger inner) : ILogger
{
    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!inner.IsEnabled(logLevel))
            return;
        // Boxed once: what is compared afterwards is the object.
        object? whole = state;
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            if (RedactedState.Of(values) is { } redacted)
                inner.Log<object>(logLevel, eventId, redacted, exception, static (shown, _) => shown.ToString()!);
            else
                inner.Log(logLevel, eventId, state, exception, formatter);
        }
        else if (LoggedValues.Redacted(whole) is var shown && !ReferenceEquals(shown, whole))
        {
            inner.Log(logLevel, eventId, shown, exception, static (text, _) => (string)text!);
        }
        else
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
            return RedactedState.Of(values) is { } redacted ? inner.BeginScope<object>(redacted) : inner.BeginScope(state);
        return LoggedValues.Redacted(state) is string shown && state is not string ? inner.BeginScope(shown) : inner.BeginScope(state);
    }
}
