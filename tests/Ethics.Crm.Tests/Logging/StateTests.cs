using System.Collections;
using System.Collections.Concurrent;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Tests.Logging;

/// <summary>States of entries and scopes that are objects themselves, and scopes that go on changing while they are open.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class StateTests : IDisposable
{
    private readonly Scopes _provider = new();
    private readonly TestHost _host;

    public StateTests() =>
        _host = new TestHost(start: false, services: all =>
            all.AddSingleton<ILoggerFactory>(_ => LoggerFactory.Create(b => b.AddProvider(_provider))).AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddEthicsCrm().AddLogRedaction());

    private ILogger Logger => _host.Services.GetRequiredService<ILogger<StateTests>>();

    private static LoggedShapeTests.Note Secret => new("secret");

    public void Dispose() => _host.Dispose();

    /// <summary>Providers ask a scope when something is logged in it.</summary>
    [Theory]
    [InlineData("dictionary")]
    [InlineData("concurrent dictionary")]
    [InlineData("list")]
    [InlineData("array")]
    public void WhatIsPutIntoAScopeLater_IsLookedAt_AndWhatMayBeShownIs(string kind)
    {
        var state = Of(kind);
        using (Logger.BeginScope(state))
        {
            Put(state, "who", Secret);
            Put(state, "where", new List<object> { Secret });
            Put(state, "number", 42);
            Logger.LogInformation("text");
        }

        var shown = Assert.Single(_provider.Shown);
        Assert.Equal(["number=42", "where=[List<Object>: redacted]", "who=[Note: redacted]"], shown.Where(static one => one.Length > 0 && one[0] != 'a').Order(StringComparer.Ordinal));
        Assert.DoesNotContain("secret", Assert.Single(_provider.Texts), StringComparison.Ordinal);
    }

    /// <summary>What was said when it was opened, and cannot be said otherwise, is passed on.</summary>
    [Fact]
    public void ScopeOfATemplate_IsPassedOnAsItIs()
    {
        using (Logger.BeginScope("plain {Number}", 42))
            Logger.LogInformation("text");

        Assert.Equal("FormattedLogValues", Assert.Single(_provider.States)?.GetType().Name);
        Assert.Equal("plain 42", Assert.Single(_provider.Texts));
    }

    [Fact]
    public void ScopeThatIsChangedByOthersMeanwhile_FailsNoCall()
    {
        using (Logger.BeginScope(new Changing()))
            Logger.LogInformation("text");

        Assert.Equal(["a=1"], Assert.Single(_provider.Shown));
    }

    /// <summary>What takes states to pieces sees more of them than their pairs.</summary>
    [Fact]
    public void StateThatIsALabelledObjectItself_OrHoldsOne_ReachesNobody()
    {
        Logger.Log(LogLevel.Information, default, new About(Secret), null, static (state, _) => state.ToString());
        Logger.Log(LogLevel.Information, default, new Around(Secret), null, static (state, _) => state.ToString());
        using (Logger.BeginScope(new About(Secret)))
        using (Logger.BeginScope(new Around(Secret)))
            Logger.LogInformation("text");
        var plain = new Around(42);
        Logger.Log(LogLevel.Information, default, plain, null, static (state, _) => state.ToString());

        Assert.DoesNotContain(_provider.States.Concat(_provider.Entries), static one => one is About or Around { What: LoggedShapeTests.Note });
        Assert.All(_provider.Texts.Concat(_provider.Messages.SkipLast(1)), static one => Assert.DoesNotContain("secret", one, StringComparison.Ordinal));
        Assert.Same(plain, _provider.Entries[^1]);
        Assert.Equal("a: 1", _provider.Messages[0]);
    }

    /// <summary>Values of a template's scope are looked at as long as it is open; an object that is the whole scope is when it is opened.</summary>
    [Fact]
    public void FalseNegative_ObjectThatIsAScope_AndIsGivenAPersonLater_IsShown()
    {
        var (held, whole) = (new List<object>(), new Basket());
        using (Logger.BeginScope("in {Held}", held))
        using (Logger.BeginScope(whole))
        {
            held.Add(Secret);
            whole.What = Secret;
            Logger.LogInformation("text");
        }

        Assert.Equal(["in [List<Object>: redacted]", "basket of Note { Text = secret }"], _provider.Texts);
    }

    private sealed class Basket
    {
        public object? What { get; set; }

        public override string ToString() => $"basket of {What}";
    }

    private static ICollection<KeyValuePair<string, object?>> Of(string kind) => kind switch
    {
        "dictionary" => new Dictionary<string, object?> { ["a"] = 1 },
        "concurrent dictionary" => new ConcurrentDictionary<string, object?> { ["a"] = 1 },
        "list" => new List<KeyValuePair<string, object?>> { new("a", 1) },
        _ => new KeyValuePair<string, object?>[] { new("a", 1), default, default, default },
    };

    private static void Put(ICollection<KeyValuePair<string, object?>> state, string name, object value)
    {
        if (state is KeyValuePair<string, object?>[] array)
            array[Array.FindIndex(array, static one => one.Key is null)] = new(name, value);
        else
            state.Add(new(name, value));
    }

    private class Pairs : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => 1;

        public KeyValuePair<string, object?> this[int index] => new("a", 1);

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
        {
            yield return this[0];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class About(LoggedShapeTests.Note who) : Pairs
    {
        public LoggedShapeTests.Note Who => who;

        public override string ToString() => $"{who}";
    }

    private sealed class Around(object what) : Pairs
    {
        public object What { get; } = what;

        public override string ToString() => $"{What}";
    }

    private sealed class Changing : IReadOnlyCollection<KeyValuePair<string, object?>>
    {
        public int Count => 2;

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
        {
            yield return new("a", 1);
            throw new InvalidOperationException("Collection was modified");
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Scopes : ILoggerProvider, ILogger, ISupportExternalScope
    {
        private IExternalScopeProvider? _scopes;

        public List<object?> Entries { get; } = [];

        public List<string> Messages { get; } = [];

        public List<object?> States { get; } = [];

        public List<string[]> Shown { get; } = [];

        public List<string> Texts { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => _scopes!.Push(state);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Entries.Add(state);
            Messages.Add(formatter(state, exception));
            _scopes!.ForEachScope(
                static (scope, all) =>
                {
                    all.States.Add(scope);
                    all.Texts.Add(scope?.ToString() ?? "");
                    all.Shown.Add([.. All(scope as IEnumerable<KeyValuePair<string, object?>> ?? [])]);
                },
                this);
        }

        public void Dispose()
        {
        }

        private static List<string> All(IEnumerable<KeyValuePair<string, object?>> scope)
        {
            List<string> all = [];
            try
            {
                foreach (var one in scope)
                    all.Add(one.Key is null ? "" : $"{one.Key}={one.Value}");
            }
            catch (InvalidOperationException)
            {
                // As providers do that keep a log alive.
            }

            return all;
        }
    }
}
