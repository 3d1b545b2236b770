using System.Collections;
using System.Collections.Specialized;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq.Expressions;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Security.Claims;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Tests.Logging;

/// <summary>What carries an object through a program: requests, events, messages, expressions. Logged with a provider that shows what it gets by its properties, as <see cref="HolderTests"/> are.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class CarrierTests : IDisposable
{
    private readonly Destructuring _provider = new();
    private readonly TestHost _host;

    public CarrierTests()
    {
        _host = new TestHost(start: false, services: all =>
            all.AddSingleton<ILoggerFactory>(_ => LoggerFactory.Create(b => b.AddProvider(_provider))).AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddEthicsCrm().AddLogRedaction());
        _host.Services.UseEthicsCrm();
    }

    public void Dispose() => _host.Dispose();

    public static TheoryData<string> Carriers =>
    [
        "event", "link", "event of an activity", "link of an activity", "parent of an activity", "tags of an activity", "tag list",
        "text of an interpolation", "constant of an expression", "function of an expression",
        "content of a request", "request", "options of a request", "answer", "part of several",
        "validation", "refused by validation", "captured exception",
        "changed items", "new object", "unhandled exception", "unobserved exception", "service",
        "pairs", "pair of pairs", "values in a tuple", "read-only", "anonymous in anonymous", "parameters", "buffer", "iterator of a list", "ordered", "frozen",
        "source of traces", "activity of a source", "meter", "instrument", "memory", "memory of pairs", "enumerator", "identities", "items of a validation", "handle", "handle for another", "what is told of evictions", "keeps of an answer",
    ];

    /// <summary>The control: without anything that looks first, the provider shows what they hold.</summary>
    [Theory, MemberData(nameof(Carriers))]
    public void WithoutRedaction_WhatIsInside_IsShown(string carrier)
    {
        using var factory = LoggerFactory.Create(b => b.AddProvider(_provider));
        factory.CreateLogger("test").LogInformation("Seen {@Value}", Carrier(carrier, new LoggedShapeTests.Note("secret")));
        Assert.Contains("secret", Assert.Single(_provider.Shown), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Carriers))]
    public void Labelled_IsRedacted_AndTheSameWithoutIsPassedOnAsItIs(string carrier)
    {
        var logger = _host.Services.GetRequiredService<ILogger<CarrierTests>>();
        logger.LogInformation("Seen {@Value}", Carrier(carrier, new LoggedShapeTests.Note("secret")));
        using (logger.BeginScope("in {@Value}", Carrier(carrier, new LoggedShapeTests.Note("secret"))))
        {
        }

        Assert.All(_provider.Shown, static shown => Assert.DoesNotContain("secret", shown, StringComparison.Ordinal));
        Assert.Equal(2, _provider.Shown.Count);

        var plain = Carrier(carrier, new LoggedShapeTests.Remark("public"));
        logger.LogInformation("Seen {@Value}", plain);
        Assert.Contains("public", _provider.Shown[^1], StringComparison.Ordinal);
        // What only running it tells is looked at while it runs.
        if (carrier is not "iterator of a list")
            Assert.Same(plain, _provider.Values[^1]);
    }

    [Fact]
    public void TextsAndNumbersInThem_ArePassedOn_HoweverLongTheRowIs()
    {
        var logger = _host.Services.GetRequiredService<ILogger<CarrierTests>>();
        var activity = new Activity("a").SetTag("a", 1).AddEvent(new("b", tags: new ActivityTagsCollection { ["a"] = "text" })).AddLink(new ActivityLink(default));
        for (var i = 0; i < 20; i++)
            activity = Child(activity);
        var text = "text";
        object[] values = [activity, new HttpRequestMessage { Content = new StringContent("text") }, (FormattableString)$"of {text} and {1}", (Expression<Func<string, bool>>)(one => one == text && one != "a"), new UnhandledExceptionEventArgs(new TimeoutException(), isTerminating: true)];
        foreach (var value in values)
            logger.LogInformation("Seen {@Value}", value);

        Assert.Equal(values, _provider.Values);
    }

    /// <summary>An interpolation of the program's own may write whatever it likes.</summary>
    [Fact]
    public void InterpolationOfTheProgram_IsRedacted()
    {
        _host.Services.GetRequiredService<ILogger<CarrierTests>>().LogInformation("Seen {Value}", new Own("secret"));
        Assert.Equal("[Own: redacted]", Assert.Single(_provider.Values));
    }

    /// <summary>What was made of it is text, of whatever type, and no text has a label.</summary>
    [Fact]
    public void FalseNegative_DocumentThatWasMadeOfAnObject_IsLogged()
    {
        object[] values = [System.Text.Json.JsonSerializer.SerializeToElement(new LoggedShapeTests.Note("secret")), System.Text.Json.JsonSerializer.SerializeToNode(new LoggedShapeTests.Note("secret"))!];
        foreach (var value in values)
            _host.Services.GetRequiredService<ILogger<CarrierTests>>().LogInformation("Seen {Value}", value);

        Assert.Equal(values, _provider.Values);
    }

    /// <summary>What the factory behind adds to an entry passes nobody on the way to the providers.</summary>
    [Fact]
    public void FalseNegative_TagsThatTheFactoryAddsItself_AreLogged()
    {
        var scopes = new Scopes();
        using var host = new TestHost(start: false, services: all => all
            .AddSingleton<ILoggerFactory>(_ => LoggerFactory.Create(b => b.AddProvider(scopes).Configure(static o => o.ActivityTrackingOptions = ActivityTrackingOptions.Tags)))
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddEthicsCrm().AddLogRedaction());
        var before = Activity.Current;
        using (var activity = new Activity("a").SetTag("a", new LoggedShapeTests.Note("secret")).Start())
        using (host.Services.GetRequiredService<ILogger<CarrierTests>>().BeginScope("in {Value}", new LoggedShapeTests.Note("secret")))
            host.Services.GetRequiredService<ILogger<CarrierTests>>().LogInformation("text");

        Activity.Current = before;
        Assert.Equal(["Note { Text = secret }", "[Note: redacted]"], scopes.Values.Select(static one => one?.ToString()));
    }

    private static object Carrier(string carrier, object note) => carrier switch
    {
        "event" => Event(note),
        "link" => Link(note),
        "event of an activity" => new Activity("a").AddEvent(Event(note)),
        "link of an activity" => new Activity("a").AddLink(Link(note)),
        "parent of an activity" => Child(new Activity("a").SetTag("a", note)),
        "tags of an activity" => new ActivityTagsCollection { ["a"] = note },
        "tag list" => new TagList { { "a", note } },
        "text of an interpolation" => (FormattableString)$"of {note} and {1}",
        "constant of an expression" => Expression.Lambda(Expression.Constant(note)),
        "function of an expression" => (Expression<Func<object>>)(() => note),
        "content of a request" => JsonContent.Create(note, typeof(object)),
        "request" => Request(note),
        "options of a request" => Optioned(note),
        "answer" => new HttpResponseMessage { RequestMessage = Request(note) },
        "part of several" => new MultipartContent { JsonContent.Create(note, typeof(object)) },
        "validation" => new ValidationContext(note),
        "refused by validation" => new ValidationException("refused", null, note),
        "captured exception" => ExceptionDispatchInfo.Capture(new HolderTests.Told(note)),
        "changed items" => new NotifyCollectionChangedEventArgs(NotifyCollectionChangedAction.Add, note),
        "new object" => new AddingNewEventArgs(note),
        "unhandled exception" => new UnhandledExceptionEventArgs(new HolderTests.Told(note), isTerminating: true),
        "unobserved exception" => new UnobservedTaskExceptionEventArgs(new AggregateException(new HolderTests.Told(note))),
        "service" => new ServiceDescriptor(typeof(object), note),
        "pairs" => new KeyValuePair<string, object>[] { new("a", 1), new("b", note) },
        "pair of pairs" => new KeyValuePair<string, KeyValuePair<string, object>>("a", new("b", note)),
        "values in a tuple" => ValueTuple.Create((object)(1, note)),
        "read-only" => new System.Collections.ObjectModel.ReadOnlyDictionary<string, object>(new Dictionary<string, object> { ["a"] = note }),
        "anonymous in anonymous" => new { A = new { B = note } },
        "parameters" => new object?[] { 1, null, new ArrayList { note } },
        "buffer" => new ReadOnlyCollectionBuilder<object> { note },
        "iterator of a list" => new List<object> { note }.Where(static _ => true),
        "ordered" => new OrderedDictionary { ["a"] = note },
        "source of traces" => new ActivitySource("a", "1", new TagList { { "a", note } }),
        "activity of a source" => OfASource(note),
        "meter" => new Meter("a", "1", new TagList { { "a", note } }),
        "instrument" => new Meter("a", "1", new TagList { { "a", note } }).CreateCounter<int>("b"),
        "memory" => new ReadOnlyMemory<IComparable>([new Comparable(note)]),
        "memory of pairs" => new Memory<KeyValuePair<string, object>>([new("a", note)]),
        "enumerator" => Started(new object[] { note }.GetEnumerator()),
        "identities" => new ClaimsPrincipal(new ClaimsIdentity { BootstrapContext = note }),
        "items of a validation" => new ValidationContext("a", new Dictionary<object, object?> { ["a"] = note }),
        "handle" => GCHandle.Alloc(note, GCHandleType.Weak),
        "handle for another" => new System.Runtime.DependentHandle(typeof(object), note),
        "what is told of evictions" => Evicted(note),
        "keeps of an answer" => new HealthReport(new Dictionary<string, HealthReportEntry> { ["a"] = new(HealthStatus.Healthy, null, default, null, new Dictionary<string, object> { ["a"] = note }) }, default),
        _ => System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(new Dictionary<string, object> { ["a"] = note }),
    };

    private static ActivityEvent Event(object note) => new("a", tags: new ActivityTagsCollection { ["a"] = note });

    private static ActivityLink Link(object note) => new(default, new ActivityTagsCollection { ["a"] = note });

    private static Activity Child(Activity parent)
    {
        var before = Activity.Current;
        parent.Start();
        var child = new Activity("b").Start();
        Activity.Current = before;
        return child;
    }

    private static HttpRequestMessage Request(object note) => new(HttpMethod.Post, "http://localhost/") { Content = JsonContent.Create(note, typeof(object)) };

    private static object OfASource(object note)
    {
        var source = new ActivitySource("a", "1", new TagList { { "a", note } });
        using var listener = new ActivityListener { ShouldListenTo = one => one == source, Sample = static (ref _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(listener);
        return source.CreateActivity("b", ActivityKind.Internal)!;
    }

    private static IEnumerator Started(IEnumerator enumerator)
    {
        enumerator.MoveNext();
        return enumerator;
    }

    private static MemoryCacheEntryOptions Evicted(object note) => new() { PostEvictionCallbacks = { new PostEvictionCallbackRegistration { State = note } } };

    private static HttpRequestMessage Optioned(object note)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "http://localhost/");
        request.Options.Set(new HttpRequestOptionsKey<object>("a"), note);
        return request;
    }

    private sealed class Comparable(object of) : IComparable
    {
        public object Of => of;

        public int CompareTo(object? obj) => 0;
    }

    private sealed class Own(string text) : FormattableString
    {
        public override int ArgumentCount => 0;

        public override string Format => text;

        public override object?[] GetArguments() => [];

        public override object? GetArgument(int index) => null;

        public override string ToString(IFormatProvider? formatProvider) => text;
    }

    private sealed class Scopes : ILoggerProvider, ILogger, ISupportExternalScope
    {
        private IExternalScopeProvider? _scopes;

        public List<object?> Values { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _scopes!.ForEachScope(static (scope, all) => all.AddRange(((IEnumerable<KeyValuePair<string, object?>>)scope!).Where(static one => one.Key is "a" or "Value").Select(static one => one.Value)), Values);

        public void Dispose()
        {
        }
    }
}
