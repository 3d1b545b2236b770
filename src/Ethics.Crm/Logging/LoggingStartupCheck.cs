using Ethics.Crm.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Logging;

/// <summary>Whether the application's loggers still look first when everything that registers logging has run.</summary>
internal sealed class LoggingStartupCheck(ILoggerFactory? factory) : IStartupCheck
{
    public void Check()
    {
        if (factory is not RedactingLoggerFactory)
            throw new InvalidOperationException("Another logger factory was registered after AddLogRedaction, so logs would hold what they may not. Call AddLogRedaction after AddLogging, UseSerilog and the like.");
    }
}
