using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Tests.Logging;

/// <summary>The exception of a log entry: providers that keep errors as structures take it to pieces, with the objects that it is about.</summary>
[Collection(OneHostAtATime.Name)]
public sealed partial class ExceptionLogTests : IDisposable
{
    private readonly Errors _errors = new();
    private readonly TestHost _host;
    private readonly ILogger _logger;

    public ExceptionLogTests()
    {
        _host = new TestHost(start: false, services: all =>
            all.AddSingleton<ILoggerFactory>(_ => LoggerFactory.Create(b => b.AddProvider(_errors))).AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddEthicsCrm().AddLogRedaction());
        _host.Services.UseEthicsCrm();
        _logger = _host.Services.GetRequiredService<ILogger<ExceptionLogTests>>();
    }

    public void Dispose() => _host.Dispose();

    public static TheoryData<string> Holders => ["property", "object", "data", "inner", "aggregate", "refused value"];

    [Theory, MemberData(nameof(Holders))]
    public void AboutAPerson_KeepsItsTextAndTrace_AndNoObject_TheSameAboutNobody_IsPassedOnAsItIs(string holder)
    {
        var thrown = Thrown(About(holder, new LoggedShapeTests.Note("secret")));
        _logger.LogError(thrown, "Failed {Number}", 1);
        _logger.Log(LogLevel.Error, default, "state", thrown, static (state, e) => state + e!.Message);
        OfGenerated(_logger, thrown);
        Assert.Equal(3, _errors.Seen.Count);
        Assert.All(_errors.Seen, seen =>
        {
            Assert.Equal(thrown.ToString(), seen.ToString());
            Assert.Equal((thrown.Message, thrown.StackTrace, thrown.Source, thrown.HResult), (seen.Message, seen.StackTrace, seen.Source, seen.HResult));
            for (var one = seen; one is not null; one = one.InnerException)
            {
                Assert.Empty(one.Data);
                Assert.DoesNotContain(one.GetType().GetProperties(), property => property.DeclaringType != typeof(Exception) && property.Name is "About" or "ActualValue" or "InnerExceptions");
            }
        });

        if (holder is "property")
            return;
        var plain = Thrown(About(holder, new LoggedShapeTests.Remark("public")));
        _logger.LogError(plain, "Failed");
        Assert.Same(plain, _errors.Seen[^1]);
    }

    [Fact]
    public void InnerException_ThatIsAboutNobody_StaysWhatItIs()
    {
        var inner = new TimeoutException("late");
        _logger.LogError(new Told("about", new LoggedShapeTests.Note("secret"), inner), "Failed");
        Assert.Same(inner, Assert.Single(_errors.Seen).InnerException);
    }

    [Fact]
    public void WithoutException_OrWithOneThatHoldsNothing_NothingChanges()
    {
        var plain = new InvalidOperationException("text", new TimeoutException());
        _logger.LogError("Failed");
        _logger.LogError(plain, "Failed");
        Assert.Same(plain, Assert.Single(_errors.Seen));
    }

    private static Exception About(string holder, object about) => holder switch
    {
        "property" => new OfNote((LoggedShapeTests.Note)about),
        "object" => new Told("about", about),
        "data" => new InvalidOperationException("data") { Data = { ["a"] = about } },
        "inner" => new InvalidOperationException("outer", new Told("about", about)),
        "aggregate" => new AggregateException(new TimeoutException(), new Told("about", about)),
        _ => new ArgumentOutOfRangeException("one", about is LoggedShapeTests.Note ? new LoggedShapeTests.Envelope(about) : about, "refused"),
    };

    private static Exception Thrown(Exception one)
    {
        try
        {
            throw one;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Failed")]
    private static partial void OfGenerated(ILogger logger, Exception error);

    private sealed class OfNote(LoggedShapeTests.Note about) : Exception("of a note")
    {
        public LoggedShapeTests.Note About { get; } = about;
    }

    private sealed class Told(string message, object about, Exception? inner = null) : Exception(message, inner)
    {
        public object About { get; } = about;
    }

    private sealed class Errors : ILoggerProvider, ILogger
    {
        public List<Exception> Seen { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            _ = formatter(state, exception);
            if (exception is not null)
                Seen.Add(exception);
        }

        public void Dispose()
        {
        }
    }
}
