using Ethics.Crm;
using Ethics.Crm.Consent;
using Ethics.Crm.Decisions;
using Ethics.Crm.DependencyInjection;
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
    /// Adds policy, decisions and consent. With a generic host they take effect at its start; without one, call <see cref="EthicsCrmServiceProviderExtensions.UseEthicsCrm"/>.
    /// A missing or faulty policy fails the start.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Changes the options; null keeps the defaults.</param>
    public static IEthicsCrmBuilder AddEthicsCrm(this IServiceCollection services, Action<EthicsCrmOptions>? configure = null)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        services.AddOptions();
        if (configure is not null)
            services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EthicsCrmOptions>, EthicsCrmOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.TryAdd(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(Logger<>)));
        services.TryAddSingleton(s => new CrmHost(s, s.GetRequiredService<IOptions<EthicsCrmOptions>>(), s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<InMemoryConsentLedger>();
        services.TryAddSingleton<IConsentSource>(s => s.GetRequiredService<InMemoryConsentLedger>());
        services.TryAddSingleton<IConsentLedger>(s => s.GetRequiredService<InMemoryConsentLedger>());
        services.TryAddSingleton<IPurposeDecisions, PurposeDecisions>();
        services.TryAddSingleton<EthicsCrmStartup>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EthicsCrmStartup>(s => s.GetRequiredService<EthicsCrmStartup>()));
        return new EthicsCrmBuilder(services);
    }
}

/// <summary>Starts Ethics.Crm where no generic host does.</summary>
public static class EthicsCrmServiceProviderExtensions
{
    /// <summary>Loads the policy and puts the read gate under it, for as long as the provider lives. Does nothing when it has already been done.</summary>
    /// <returns>The provider.</returns>
    /// <exception cref="InvalidOperationException"><see cref="EthicsCrmServiceCollectionExtensions.AddEthicsCrm"/> was not called, or another host runs under another policy.</exception>
    /// <exception cref="PolicyLoadException">The policy is missing or has errors.</exception>
    /// <exception cref="OptionsValidationException">The options are invalid.</exception>
    public static IServiceProvider UseEthicsCrm(this IServiceProvider provider)
    {
        _ = provider ?? throw new ArgumentNullException(nameof(provider));
        var startup = provider.GetService<EthicsCrmStartup>() ?? throw new InvalidOperationException("Call services.AddEthicsCrm() before the provider is built.");
        startup.Start();
        return provider;
    }
}
