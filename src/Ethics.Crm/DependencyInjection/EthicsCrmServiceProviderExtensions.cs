using Ethics.Crm;
using Ethics.Crm.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

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
