using System.Linq.Expressions;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.EntityFrameworkCore.Imitated;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Tests.Logging
{
    /// <summary>Carriers that cannot be looked at, or not without doing something: no call of a log fails because of it, and nothing is used up.</summary>
    [Collection(OneHostAtATime.Name)]
    public sealed class ThrowingCarrierTests : IDisposable
    {
        private readonly Destructuring _provider = new();
        private readonly TestHost _host;

        public ThrowingCarrierTests()
        {
            _host = new TestHost(start: false, services: all =>
                all.AddSingleton<ILoggerFactory>(_ => LoggerFactory.Create(b => b.AddProvider(_provider))).AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddEthicsCrm().AddLogRedaction());
            _host.Services.UseEthicsCrm();
        }

        private ILogger Logger => _host.Services.GetRequiredService<ILogger<ThrowingCarrierTests>>();

        public void Dispose() => _host.Dispose();

        /// <summary>One that a program builds of a hundred thousand conditions, say: visitors call themselves.</summary>
        [Fact]
        public void ExpressionThatIsVeryDeep_EndsNoProcess_AndWhatLiesAtItsEndIsFound()
        {
            // To write it as text would be too deep as well.
            _provider.OnlyKeeps = true;
            Expression deep = Expression.TypeIs(Expression.Constant(new LoggedShapeTests.Note("secret")), typeof(string));
            for (var i = 0; i < 200_000; i++)
                deep = Expression.Not(deep);
            Logger.LogInformation("Seen {Value}", deep);
            Assert.Equal("[UnaryExpression: redacted]", Assert.Single(_provider.Values));

            Expression shallow = Expression.Not(Expression.Constant(true));
            Logger.LogInformation("Seen {Value}", shallow);
            Assert.Same(shallow, _provider.Values[^1]);
        }

        [Theory]
        [InlineData(true)]
        [InlineData(false)]
        public void EntryThatDoesNotTellItsObject_OrHasNoText_IsRedacted(bool tells)
        {
            Logger.LogInformation("Seen {Value}", new EntityEntry(tells ? new LoggedShapeTests.Remark("public") : null));
            Assert.Equal("[EntityEntry: redacted]", Assert.Single(_provider.Values));
        }

        /// <summary>Whoever sends it reads it, once.</summary>
        [Fact]
        public void ContentThatIsAStream_IsNotRead()
        {
            using var stream = new MemoryStream([1, 2, 3]);
            using var request = new HttpRequestMessage { Content = new StreamContent(stream) };
            Logger.LogInformation("Seen {Value}", request);
            Assert.Equal((0, request), (stream.Position, Assert.Single(_provider.Values)));
        }

        /// <summary>A sequence in it may be a query.</summary>
        [Fact]
        public void ContentThatIsASequence_IsNotRun()
        {
            var runs = 0;
            using var content = System.Net.Http.Json.JsonContent.Create(Run());
            Logger.LogInformation("Seen {Value}", content);
            Assert.Equal((0, "[JsonContent: redacted]"), (runs, Assert.Single(_provider.Values)));

            IEnumerable<LoggedShapeTests.Remark> Run()
            {
                runs++;
                yield return new LoggedShapeTests.Remark("public");
            }
        }
    }
}

namespace Microsoft.EntityFrameworkCore.Imitated
{
    /// <summary>One whose context is gone: its getters, or its text, throw.</summary>
    internal sealed class EntityEntry(object? entity)
    {
        public object Entity => entity ?? throw new ObjectDisposedException("context");

        public object Context => throw new ObjectDisposedException("context");

        public override string ToString() => throw new ObjectDisposedException("context");
    }
}
