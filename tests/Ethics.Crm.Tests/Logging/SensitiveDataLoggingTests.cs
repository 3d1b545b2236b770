using Ethics.Crm.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Tests.Logging
{
    /// <summary>Options of persistence that write values as text are told at start. With the real ones: Ethics.Crm.Fabrikam.Tests.</summary>
    [Collection(OneHostAtATime.Name)]
    public sealed class SensitiveDataLoggingTests
    {
        [Theory]
        [InlineData(true, 1)]
        [InlineData(false, 0)]
        public void Options_AreWarnedOf_WhereTheyWriteValues(bool isOn, int warnings)
        {
            Assert.Equal(warnings, Warnings(all => all.AddScoped(_ => new DbContextOptions<Shop>([new CoreOptionsExtension { IsSensitiveDataLoggingEnabled = isOn }]))).Count(static line => line.Contains("The options of Shop", StringComparison.Ordinal)));
        }

        [Fact]
        public void OptionsThatCannotBeMadeAtStart_StopNothing()
        {
            Assert.DoesNotContain(Warnings(all => all.AddScoped<DbContextOptions<Shop>>(static _ => throw new InvalidOperationException())), static line => line.Contains("EnableSensitiveDataLogging", StringComparison.Ordinal));
        }

        private static List<string> Warnings(Action<IServiceCollection> configure)
        {
            var log = new CapturedLog();
            using var host = new TestHost(start: false, services: all =>
            {
                configure(all);
                all.AddSingleton<ILoggerFactory>(log).AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddEthicsCrm().AddLogRedaction();
            });
            host.Services.UseEthicsCrm();
            return [.. log.Entries.Select(static one => one.ToString()!)];
        }

        public sealed class Shop;
    }
}

namespace Microsoft.EntityFrameworkCore
{
    public sealed class DbContextOptions<T>(IEnumerable<object> extensions)
    {
        public IEnumerable<object> Extensions => extensions;
    }

    public sealed class CoreOptionsExtension
    {
        public bool IsSensitiveDataLoggingEnabled { get; init; }
    }
}
