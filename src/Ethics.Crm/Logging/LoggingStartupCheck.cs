using Ethics.Crm.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Logging;

/// <summary>Whether the application's loggers still look first when everything that registers logging has run, and whether something writes values that they cannot know.</summary>
internal sealed partial class LoggingStartupCheck(IServiceCollection registered, IServiceProvider services) : IStartupCheck
{
    public void Check()
    {
        if (services.GetService<ILoggerFactory>() is not RedactingLoggerFactory factory)
            throw new InvalidOperationException("Another logger factory was registered after AddLogRedaction, so logs would hold what they may not. Call AddLogRedaction after AddLogging, UseSerilog and the like.");
        foreach (var context in SensitiveDataLogging.ContextsOf(registered, services))
            LogSensitive(factory.CreateLogger("Ethics.Crm.Logging"), context);
    }

    [LoggerMessage(40, LogLevel.Warning, "The options of {Context} have EnableSensitiveDataLogging: values of parameters and keys go into the log as text, which AddLogRedaction does not look at. Leave it off where the data are of people.")]
    private static partial void LogSensitive(ILogger logger, string context);
}
