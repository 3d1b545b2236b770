using System.Collections;
using Ethics.Crm.Logging;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Tests.Logging;

/// <summary>Collections that a log call is handed, and that nothing may go through.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class LoggedCollectionTests
{
    private readonly Written _written = new();

    private RedactingLogger Logger => new(_written);

    /// <summary>Logs of some providers never go through it: the call that only looked must not fail.</summary>
    [Fact]
    public void CollectionThatCannotBeGoneThrough_IsRedacted_AndTheCallDoesNotFail()
    {
        Log(new Closed());
        Log(new object[] { new Closed() });
        using (Logger.BeginScope(new Closed()))
            Log(new object[] { "public" });

        Assert.Equal(["value: [Closed: redacted]", "value: [Object[]: redacted]", "[Closed: redacted]", "text"], _written.Texts);
    }

    /// <summary>What takes it for an object shows what it has beside its items.</summary>
    [Fact]
    public void CollectionOfTheProgram_IsLookedIntoBesideItsItems()
    {
        Log(new Team { Lead = new LoggedShapeTests.Note("secret") });
        Log(new Mixed { "public" });
        Log(new Mixed { Lead = new LoggedShapeTests.Note("secret") });
        Log(new Team { Lead = new LoggedShapeTests.Remark("public") });

        Assert.Equal(["value: [Team: redacted]", "text", "value: [Mixed: redacted]", "text"], _written.Texts);
    }

    /// <summary>What most log lines have for a state is a structure.</summary>
    [Fact]
    public void StateThatIsAStructure_IsBoxedOnce()
    {
        Logger.Log(LogLevel.Information, default, new State(1), null, Text);
        _written.IsOff = true;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            RedactedState.Of(new State(1));
        var once = GC.GetAllocatedBytesForCurrentThread() - before;
        var logger = Logger;
        before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            logger.Log(LogLevel.Information, default, new State(1), null, Text);

        Assert.Equal(once, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string Text(State state, Exception? error) => "text";

    private void Log(object value) => Logger.Log(LogLevel.Information, default, new KeyValuePair<string, object?>[] { new("value", value) }, null, static (_, _) => "text");

    private sealed class Team : List<int>
    {
        public object? Lead { get; set; }
    }

    private sealed class Mixed : List<object>
    {
        public object? Lead { get; set; }
    }

    private sealed class Closed : ICollection<object>
    {
        public int Count => throw new NotSupportedException();

        public bool IsReadOnly => true;

        public void Add(object item) => throw new NotSupportedException();

        public void Clear() => throw new NotSupportedException();

        public bool Contains(object item) => throw new NotSupportedException();

        public void CopyTo(object[] array, int arrayIndex) => throw new NotSupportedException();

        public bool Remove(object item) => throw new NotSupportedException();

        public IEnumerator<object> GetEnumerator() => throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private readonly struct State(int number) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        private static readonly object s_number = 1;

        public int Count => number;

        public KeyValuePair<string, object?> this[int index] => new("number", s_number);

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Written : ILogger
    {
        public List<string> Texts { get; } = [];

        public bool IsOff { get; set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Texts.Add(state.ToString()!);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsOff)
                Texts.Add(formatter(state, exception));
        }
    }
}
