using System.Diagnostics.Metrics;
using Ethics.Crm;
using Ethics.Crm.Binding;
using Ethics.Crm.Consent;
using Ethics.Crm.Contacts;
using Ethics.Crm.Decisions;
using Ethics.Crm.DependencyInjection;
using Ethics.Crm.Disclosures;
using Ethics.Crm.Http;
using Ethics.Crm.Origins;
using Ethics.Crm.Policies;
using Ethics.Crm.Telemetry;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Ethics.Crm to an application.</summary>
public static class EthicsCrmServiceCollectionExtensions
{
    /// <summary>
    /// Adds policy, decisions and consent, and the health check <c>ethics-crm-policy</c>. With a generic host they take effect at its start; without one, call
    /// <see cref="EthicsCrmServiceProviderExtensions.UseEthicsCrm"/>. A missing or faulty policy fails the start. May be called more than once.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Changes the options; null keeps the defaults.</param>
    public static IEthicsCrmBuilder AddEthicsCrm(this IServiceCollection services, Action<EthicsCrmOptions>? configure = null)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        services.AddOptions();
        if (configure is not null)
            services.Configure(configure);
        // Two health checks of one name fail every check of the application.
        if (services.Any(static s => s.ServiceType == typeof(CrmHost)))
            return new EthicsCrmBuilder(services);

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EthicsCrmOptions>, EthicsCrmOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        var before = LedgerCheck.Before(services);
        services.AddSingleton<IStartupCheck>(s => new LedgerCheck(services, before, s.GetRequiredService<IConsentSource>()));
        services.AddSingleton(s => new CrmHost(s, s.GetRequiredService<IOptions<EthicsCrmOptions>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new InMemoryConsentLedger(s.GetRequiredService<CrmHost>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<Instruments>(), LoggerOf<InMemoryConsentLedger>(s)));
        services.TryAddSingleton<IConsentSource>(s => s.GetRequiredService<InMemoryConsentLedger>());
        services.TryAddSingleton<IConsentLedger>(s => s.GetRequiredService<InMemoryConsentLedger>());
        services.TryAddSingleton<IPersonMerges>(static s => s.GetRequiredService<InMemoryConsentLedger>());
        services.TryAddSingleton<IConsentReceipts>(static s => new ConsentReceipts(s.GetRequiredService<CrmHost>(), s.GetRequiredService<IConsentLedger>(), s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IPurposeDecisions, PurposeDecisions>();
        services.TryAddSingleton<IDisclosures, InMemoryDisclosures>();
        services.TryAddSingleton<ISourceNotices>(static s => new InMemorySourceNotices(s.GetRequiredService<CrmHost>()));
        services.TryAddSingleton<IContactLog>(static s => new InMemoryContactLog(s.GetRequiredService<CrmHost>(), s.GetRequiredService<IOptions<EthicsCrmOptions>>(), s));
        // Not one for all: an application's own log may live as long as a request.
        services.TryAddTransient<IContactScopes>(static s => new ContactScopes(s.GetRequiredService<CrmHost>(), s.GetRequiredService<IContactLog>()));
        services.AddSingleton<OutgoingRequests>();
        services.AddSingleton<PolicyStatus>();
        services.TryAddSingleton<PolicyNotifier>(static _ => static changed => new PolicyFolders(changed));
        services.AddSingleton(static s => new Instruments(s.GetService<IMeterFactory>()));
        services.AddSingleton(s => new GateAudit(s.GetRequiredService<Instruments>(), s.GetRequiredService<TimeProvider>(), LoggerOf<GateAudit>(s)));
        services.TryAddSingleton<IEnforcementForecasts>(static s => s.GetRequiredService<GateAudit>());
        services.AddSingleton<IStartupCheck>(s => new ProductionCheck(s.GetRequiredService<CrmHost>(), s.GetService<IHostEnvironment>()));
        services.AddSingleton(s => new EthicsCrmStartup(
            s.GetRequiredService<CrmHost>(), s.GetRequiredService<IConsentSource>(), s.GetRequiredService<IOptions<EthicsCrmOptions>>(),
            s.GetRequiredService<GateAudit>(), s.GetRequiredService<Instruments>(), s.GetRequiredService<PolicyStatus>(), s.GetRequiredService<PolicyNotifier>(),
            s.GetServices<IStartupCheck>(), s.GetServices<IPolicyCheck>(), LoggerOf<EthicsCrmStartup>(s)));
        services.AddSingleton<IHostedService>(static s => s.GetRequiredService<EthicsCrmStartup>());
        services.AddHealthChecks().AddCheck<PolicyHealthCheck>(PolicyHealthCheck.Name);
        services.AddSingleton(static s => new HostPurposes(s.GetRequiredService<CrmHost>()));
        PartsBesideUs.AddTo(services);
        return new EthicsCrmBuilder(services);
    }

    // Logging is the application's to add, before or after us: a factory registered here would keep out its own.
    private static ILogger<T> LoggerOf<T>(IServiceProvider services) =>
        services.GetService<ILoggerFactory>() is { } factory ? new Logger<T>(factory) : NullLogger<T>.Instance;
}
