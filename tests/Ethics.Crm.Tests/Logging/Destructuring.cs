using System.Collections;
using System.Data;
using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Tests.Logging;

/// <summary>A provider that takes the first value of an entry or scope to pieces, by its public properties and fields, as providers do that keep objects as structures.</summary>
internal sealed class Destructuring : ILoggerProvider, ILogger
{
    /// <summary>All of it, as one text.</summary>
    public List<string> Shown { get; } = [];

    public List<object?> Values { get; } = [];

    /// <summary>Whether it takes nothing to pieces.</summary>
    public bool OnlyKeeps { get; set; }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Take(state);
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Take(state);

    public void Dispose()
    {
    }

    private void Take(object? state)
    {
        var value = ((IReadOnlyList<KeyValuePair<string, object?>>)state!)[0].Value;
        Values.Add(value);
        if (!OnlyKeeps)
            Shown.Add(TextOf(value, 0, new(ReferenceEqualityComparer.Instance)));
    }

    private static string TextOf(object? value, int depth, HashSet<object> seen)
    {
        if (depth == 8 || value is null or IConvertible or Type or Assembly or MemberInfo or Module)
            return value is string or ValueType ? value.ToString()! : "";
        if (!value.GetType().IsValueType && !seen.Add(value))
            return "";
        if (value is IEnumerable several)
            return string.Join(" ", several.Cast<object?>().Take(5).Select(one => TextOf(one, depth + 1, seen)));
        var type = value.GetType();
        // Serialisers write it as a list.
        if (type.IsGenericType && type.Name.EndsWith("Memory`1", StringComparison.Ordinal))
            return TextOf(type.GetMethod("ToArray")!.Invoke(value, null), depth + 1, seen);
        var parts = type.GetProperties().Where(static one => one.GetMethod is { IsStatic: false } && one.GetIndexParameters().Length == 0).Select(one => Part(() => one.GetValue(value), depth, seen))
            .Concat(type.GetFields(BindingFlags.Instance | BindingFlags.Public).Select(one => Part(() => one.GetValue(value), depth, seen)));
        // What is deleted is still written by what writes changes.
        if (value is DataRow { RowState: DataRowState.Deleted } row)
            parts = [TextOf(row[0, DataRowVersion.Original], depth + 1, seen)];
        return value + " " + string.Join(" ", parts);
    }

    private static string Part(Func<object?> value, int depth, HashSet<object> seen)
    {
        try
        {
            return TextOf(value(), depth + 1, seen);
        }
        catch (Exception e) when (e is TargetInvocationException or NotSupportedException or ArgumentException)
        {
            return "";
        }
    }
}

internal static class ValueTasks
{
    /// <summary>One that whoever awaits it asks once.</summary>
    public static object OfASource() => new ValueTask<object>(new Source(), 0);

    private sealed class Source : System.Threading.Tasks.Sources.IValueTaskSource<object>
    {
        public object GetResult(short token) => throw new InvalidOperationException();

        public System.Threading.Tasks.Sources.ValueTaskSourceStatus GetStatus(short token) => System.Threading.Tasks.Sources.ValueTaskSourceStatus.Pending;

        public void OnCompleted(Action<object?> continuation, object? state, short token, System.Threading.Tasks.Sources.ValueTaskSourceOnCompletedFlags flags)
        {
        }
    }
}
