using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Imitated;

namespace Ethics.Crm.Tests.Logging
{
    /// <summary>Objects that cannot be looked at without doing something, or not at all: no call of a log fails, ends the process or changes what it is given.</summary>
    [Collection(OneHostAtATime.Name)]
    public sealed class UnlookableTests : IDisposable
    {
        private readonly Destructuring _provider = new() { OnlyKeeps = true };
        private readonly TestHost _host;

        public UnlookableTests()
        {
            _host = new TestHost(start: false, services: all =>
                all.AddSingleton<ILoggerFactory>(_ => LoggerFactory.Create(b => b.AddProvider(_provider))).AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddEthicsCrm().AddLogRedaction());
            _host.Services.UseEthicsCrm();
        }

        private ILogger Logger => _host.Services.GetRequiredService<ILogger<UnlookableTests>>();

        public void Dispose() => _host.Dispose();

        /// <summary>Nodes of finger trees, say: each names one of its own kind about a larger type, and no end of them.</summary>
        [Fact]
        public void TypeThatNamesEverLargerTypes_EndsNoProcess()
        {
            Logger.LogInformation("Seen {Value}", new Growing<int>());
            Logger.LogInformation("Seen {Value}", new Growing<LoggedShapeTests.Note>());

            Assert.Equal("[Growing<Note>: redacted]", _provider.Values[^1]);
            Assert.Equal(2, _provider.Values.Count);
        }

        /// <summary>A plug-in's, whose own dependencies stayed behind.</summary>
        [Theory]
        [InlineData("field")]
        [InlineData("property")]
        [InlineData("mark")]
        public void TypeWhoseAssemblyMissesAnother_FailsNoCall_AndIsNotShown(string what)
        {
            var value = ThirdAssembly.Incomplete("Incomplete" + what, what);
            Logger.LogInformation("Seen {Value}", value);
            Logger.LogInformation("Seen {Value}", new List<object> { value });
            using (Logger.BeginScope("in {Value}", value))
            {
            }

            Assert.Equal(["[Odd: redacted]", "[List<Object>: redacted]", "[Odd: redacted]"], _provider.Values);
        }

        [Fact]
        public void RequestAndAnswer_AreAsTheyWere()
        {
            using var request = new HttpRequestMessage();
            using var answer = new HttpResponseMessage();
            Logger.LogInformation("Seen {Value}", request);
            Logger.LogInformation("Seen {Value}", answer);

            Assert.Equal([request, answer], _provider.Values);
            Assert.All([(object)request, answer], static one => Assert.All(one.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Where(static f => f.Name is "_options" or "_content"), field => Assert.Null(field.GetValue(one))));
        }

        /// <summary>An activity that was never stopped under each next one, for days.</summary>
        [Fact]
        public void ActivitiesInALongRow_AreLookedAtSoFar_AndWhatIsBehindIsNotShown()
        {
            var before = Activity.Current;
            Activity.Current = null;
            var first = new Activity("a").SetTag("a", "text").Start();
            var last = first;
            for (var i = 0; i < 5_000; i++)
                last = new Activity("a").SetTag("a", "text").Start();
            Activity.Current = before;

            Logger.LogInformation("Seen {Value}", last);
            Logger.LogInformation("Seen {Value}", first);
            Assert.Equal(["[Activity: redacted]", first], _provider.Values);
        }

        /// <summary>To ask one for what went wrong is to say that somebody has taken care of it.</summary>
        [Fact]
        public void TaskThatFailed_IsNotAskedWhy_AndNotShown()
        {
            var unobserved = 0;
            EventHandler<UnobservedTaskExceptionEventArgs> count = (_, e) => unobserved += e.Exception.InnerException is HolderTests.Told ? 1 : 0;
            TaskScheduler.UnobservedTaskException += count;
            Fail();
            for (var i = 0; i < 10 && unobserved == 0; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }

            TaskScheduler.UnobservedTaskException -= count;
            Assert.Equal((1, "[Task<String>: redacted]"), (unobserved, Assert.Single(_provider.Values)));

            [MethodImpl(MethodImplOptions.NoInlining)]
            void Fail() => Logger.LogInformation("Seen {Value}", Task.FromException<string>(new HolderTests.Told(new LoggedShapeTests.Note("secret"))));
        }

        /// <summary>The same as <see cref="Growing{T}"/> where a namespace is taken for the framework's.</summary>
        [Fact]
        public void TypeThatIsMadeOfWhatDerivesFromIt_EndsNoProcess()
        {
            Logger.LogInformation("Seen {Value}", new Job());
            Assert.Single(_provider.Values);
        }

        /// <summary>Providers that keep their peace about a call with too few arguments get it.</summary>
        [Fact]
        public void CallWithTooFewArguments_FailsAsLittleAsWithoutUs_AndTheOthersAreLookedAt()
        {
            var kept = new Keeping();
            using var host = new TestHost(start: false, services: all =>
                all.AddSingleton<ILoggerFactory>(_ => LoggerFactory.Create(b => b.AddProvider(kept))).AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddEthicsCrm().AddLogRedaction());
            var logger = host.Services.GetRequiredService<ILogger<UnlookableTests>>();
#pragma warning disable CA2017 // On purpose.
            logger.LogInformation("{First} and {Second}", new LoggedShapeTests.Note("secret"));
            using (logger.BeginScope("{First} and {Second}", new LoggedShapeTests.Note("secret")))
            {
            }
#pragma warning restore CA2017

            Assert.Equal(["[Note: redacted] and (null)", "[Note: redacted] and (null)"], kept.Texts);
        }

        public sealed class Growing<T>
        {
            public T? Value { get; set; }

            public Growing<List<T>>? Next { get; set; }
        }

        private sealed class Keeping : ILoggerProvider, ILogger
        {
            public List<string?> Texts { get; } = [];

            public ILogger CreateLogger(string categoryName) => this;

            public bool IsEnabled(LogLevel logLevel) => true;

            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull
            {
                Texts.Add(state.ToString());
                return null;
            }

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Texts.Add(state?.ToString());

            public void Dispose()
            {
            }
        }
    }
}

namespace Microsoft.Extensions.Logging.Imitated
{
    internal sealed class Job : TaskCompletionSource<Job>;
}
