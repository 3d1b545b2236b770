using Ethics.Crm;
using Ethics.Crm.DependencyInjection;
using Ethics.Crm.Logging;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps people out of logs.</summary>
public static class EthicsCrmLoggingBuilderExtensions
{
    /// <summary>
    /// Puts <c>[Contact: redacted]</c> in place of every object that holds labelled data, in message templates, structured state and scopes of Microsoft.Extensions.Logging, before any provider sees them. A value that has been read is an ordinary
    /// value, and the build reports it (ECRM3002). Call it after logging has been added, as hosts do first of all; the start fails where another factory came later.
    /// </summary>
    /// <exception cref="InvalidOperationException">No logging has been added yet.</exception>
    public static IEthicsCrmBuilder AddLogRedaction(this IEthicsCrmBuilder builder)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        var services = builder.Services;
        var registered = services.LastOrDefault(static s => s.ServiceType == typeof(ILoggerFactory) && !s.IsKeyedService)
            ?? throw new InvalidOperationException("Call services.AddLogging() before AddLogRedaction: there is no logger factory yet to be looked through.");
        if (services.Any(static s => s.ServiceType == typeof(Registered)))
            return builder;
        services.AddSingleton<ILoggerFactory>(s => registered switch
        {
            { ImplementationInstance: ILoggerFactory given } => new RedactingLoggerFactory(given, owns: false),
            { ImplementationFactory: { } make } => new RedactingLoggerFactory((ILoggerFactory)make(s), owns: true),
            _ => new RedactingLoggerFactory((ILoggerFactory)ActivatorUtilities.CreateInstance(s, registered.ImplementationType!), owns: true),
        });
        services.AddSingleton(new Registered());
        services.AddSingleton<IStartupCheck>(s => new LoggingStartupCheck(services, s));
        return builder;
    }

    /// <summary>Says that it has been called.</summary>
    private sealed class Registered;
}
