using Ethics.Crm.Tests.Fixtures;
using Ethics.Crm.Tests.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Tests.Logging;

/// <summary>What a provider gets to see, whichever it is.</summary>
[Collection(OneHostAtATime.Name)]
public sealed partial class LogRedactionTests : IDisposable
{
    private readonly Provider _provider = new();
    private readonly TestHost _host;
    private readonly ILogger _logger;

    public LogRedactionTests()
    {
        _host = new TestHost(TestHost.With(""" "fields": { "Ethics.Crm.Tests.Json.Legacy.Mail": { "category": "contact.email" } }"""), start: false, services: Logged);
        _host.Services.UseEthicsCrm();
        _logger = _host.Services.GetRequiredService<ILogger<LogRedactionTests>>();
    }

    public void Dispose() => _host.Dispose();

    private static Ticket Secret => new() { PersonId = 7, Text = "secret" };

    [Fact]
    public void LabelledObject_IsRedacted_InMessageAndState_WhatIsBesideItIsNot()
    {
        _logger.LogInformation("Ticket {Number,6:000} {Ticket} of {Person} {{in}} {@Guarded}", 42, Secret, "Ada", new Person { Id = 7, Email = "secret" });

        var entry = Assert.Single(_provider.Entries);
        Assert.Equal("Ticket    042 [Ticket: redacted] of Ada {in} [Person: redacted]", entry.Message);
        Assert.Equal(["Number=42", "Ticket=[Ticket: redacted]", "Person=Ada", "@Guarded=[Person: redacted]"], entry.State.Take(4));
        Assert.Contains(entry.State, s => s.StartsWith("{OriginalFormat}=Ticket {Number,6:000}", StringComparison.Ordinal));
    }

    [Fact]
    public void ObjectsThatHoldOrCollectLabelledOnes_AreRedacted_OthersPassAsTheyAre()
    {
        List<string> plain = ["a", "b"];
        _logger.LogInformation("{A} {B} {C} {D} {E} {F} {G}", new[] { Secret }, new List<object> { 1, Secret }, new Dictionary<string, Ticket> { ["x"] = Secret }, new { Name = "a", Secret }, (1, Secret), plain, new Uri("https://a/"));

        Assert.Equal("[Ticket[]: redacted] [List<Object>: redacted] [Dictionary<String, Ticket>: redacted] [object: redacted] [ValueTuple<Int32, Ticket>: redacted] a, b https://a/", Assert.Single(_provider.Entries).Message);
        Assert.Same(plain, _provider.Entries[0].Values[5]);
    }

    [Fact]
    public void ListThatHoldsItself_IsNotShown_AndOneOfListsIs()
    {
        List<object> itself = [];
        itself.Add(itself);
        _logger.LogInformation("{Itself} {Lists}", itself, new object[] { new[] { "a" } });

        Assert.StartsWith("[List<Object>: redacted] ", Assert.Single(_provider.Entries).Message, StringComparison.Ordinal);
        Assert.IsType<object[]>(_provider.Entries[0].Values[1]);
    }

    [Fact]
    public void Sequence_IsNotRun_OnlyItsTypeIsLookedAt()
    {
        var runs = 0;
        _logger.LogInformation("{Query}", Query());

        Assert.Equal(0, runs);
        Assert.DoesNotContain("secret", Assert.Single(_provider.Entries).Message);

        IEnumerable<Ticket> Query()
        {
            runs++;
            yield return Secret;
        }
    }

    [Fact]
    public void LabelOfThePolicy_Counts_AndAnUnlabelledTypeIsLeftAlone()
    {
        _logger.LogInformation("{Legacy} {Branch}", new Legacy { Mail = "secret" }, new Branch { Reach = "reach" });

        Assert.Equal($"[Legacy: redacted] {typeof(Branch).FullName}", Assert.Single(_provider.Entries).Message);
    }

    [Fact]
    public void Scopes_AreLookedAtToo()
    {
        using (_logger.BeginScope("for {Ticket}", Secret))
        using (_logger.BeginScope(Secret))
        using (_logger.BeginScope(new Dictionary<string, object?> { ["ticket"] = Secret, ["number"] = 42 }))
        using (_logger.BeginScope("plain {Number}", 42))
        {
        }

        Assert.Equal(["for [Ticket: redacted]", "[Ticket: redacted]", "ticket: [Ticket: redacted], number: 42", "plain 42"], _provider.Scopes);
    }

    [Fact]
    public void GeneratedMessagesAndBareStates_AreLookedAtToo()
    {
        Handled(_logger, Secret, 42);
        _logger.Log(LogLevel.Warning, default, Secret, null, static (state, _) => state.Text);
        _logger.Log(LogLevel.Warning, default, "text", null, static (state, _) => state);

        Assert.Equal(["42: [Ticket: redacted]", "[Ticket: redacted]", "text"], _provider.Entries.Select(e => e.Message));
    }

    [Fact]
    public void EntryWithoutLabelledObject_IsPassedOnAsItIs()
    {
        var error = new InvalidOperationException();
        _logger.LogError(new EventId(3), error, "plain {Number}", 42);

        var entry = Assert.Single(_provider.Entries);
        Assert.Equal("plain 42", entry.Message);
        Assert.Equal(LogLevel.Error, entry.Level);
        Assert.Equal(3, entry.Id.Id);
        Assert.Same(error, entry.Exception);
    }

    [Fact]
    public void ProviderThatComesLater_GetsNoMore()
    {
        var later = new Provider();
        _host.Services.GetRequiredService<ILoggerFactory>().AddProvider(later);

        _logger.LogInformation("{Ticket}", Secret);

        Assert.Equal("[Ticket: redacted]", Assert.Single(later.Entries).Message);
    }

    [Fact]
    public void NothingIsLookedAt_WhereNothingIsLogged()
    {
        _provider.Level = LogLevel.Error;
        _logger.LogInformation("{Ticket}", Secret);

        Assert.Empty(_provider.Entries);
        Assert.False(_logger.IsEnabled(LogLevel.Information));
    }

    [Fact]
    public void FactoryThatIsRegisteredLater_FailsTheStart_AndNoLoggingIsTold()
    {
        using var late = new TestHost(start: false, services: all =>
        {
            Logged(all);
            all.AddSingleton<ILoggerFactory>(new CapturedLog());
        });
        Assert.Contains("after AddLogRedaction", Assert.Throws<InvalidOperationException>(() => late.Services.UseEthicsCrm()).Message);
        Assert.Contains("AddLogging", Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddEthicsCrm().AddLogRedaction()).Message);
    }

    [Fact]
    public void FalseNegative_ValueThatHasBeenRead_IsLogged()
    {
        // The build reports it: ECRM3002.
        _logger.LogInformation("{Text}", Secret.Text);

        Assert.Equal("secret", Assert.Single(_provider.Entries).Message);
    }

    [LoggerMessage(7, LogLevel.Information, "{Number}: {Ticket}")]
    private static partial void Handled(ILogger logger, Ticket ticket, int number);

    private void Logged(IServiceCollection services) =>
        services.AddSingleton<ILoggerFactory>(_ => LoggerFactory.Create(b => b.AddProvider(_provider))).AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddEthicsCrm().AddLogRedaction();

    private sealed class Provider : ILoggerProvider, ILogger
    {
        public List<(LogLevel Level, EventId Id, string Message, string[] State, object?[] Values, Exception? Exception)> Entries { get; } = [];

        public List<string> Scopes { get; } = [];

        public LogLevel Level { get; set; }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Scopes.Add(state.ToString()!);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => logLevel >= Level;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var pairs = state as IEnumerable<KeyValuePair<string, object?>> ?? [];
            Entries.Add((logLevel, eventId, formatter(state, exception), [.. pairs.Select(p => $"{p.Key}={p.Value}")], [.. pairs.Select(p => p.Value)], exception));
        }

        public void Dispose()
        {
        }
    }
}
