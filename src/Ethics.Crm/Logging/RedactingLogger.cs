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
        exception = RedactedException.Of(exception);
        // Boxed once, though states are structs: what is looked at and compared afterwards is the object.
        object? whole = state;
        if (whole is IEnumerable<KeyValuePair<string, object?>> values)
        {
            switch (RedactedState.Of(values))
            {
                case null:
                    inner.Log(logLevel, eventId, state, exception, formatter);
                    break;
                case { IsAsWritten: true } taken:
                    // Whether it runs the state once more is the formatter's choice.
                    LogTaken(logLevel, eventId, taken, state, exception, formatter);
                    break;
                case var redacted:
                    inner.Log<object>(logLevel, eventId, redacted, exception, static (shown, _) => shown.ToString()!);
                    break;
            }
        }
        else if (LoggedValues.Redacted(whole) is var shown && !ReferenceEquals(shown, whole))
        {
            inner.Log(logLevel, eventId, shown, exception, static (text, _) => text!.ToString()!);
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
        {
            object? shown = RedactedScope.IsOpen(values) ? new RedactedScope(values) : RedactedState.Of(values);
            return shown is null ? inner.BeginScope(state) : inner.BeginScope(shown);
        }

        object whole = state;
        return LoggedValues.Redacted(whole) is { } redacted && !ReferenceEquals(redacted, whole) ? inner.BeginScope(redacted) : inner.BeginScope(state);
    }

    // Apart, because what it captures would else be made for each entry.
    private void LogTaken<TState>(LogLevel logLevel, EventId eventId, RedactedState taken, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        inner.Log<object>(logLevel, eventId, taken, exception, (_, error) => formatter(state, error));
}
