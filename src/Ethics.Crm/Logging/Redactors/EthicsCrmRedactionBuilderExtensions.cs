using Ethics.Crm;
using Ethics.Crm.DependencyInjection;
using Ethics.Crm.Logging;
using Microsoft.Extensions.Compliance.Redaction;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The categories' texts for whoever redacts by the classifications of Microsoft.Extensions.Compliance.</summary>
public static class EthicsCrmRedactionBuilderExtensions
{
    /// <summary>
    /// Registers the <c>redacted</c> text of categories as redactors of data classifications. What is mapped here is redacted by the live policy; all else by the redactors that the application has added with <c>AddRedaction</c>, which
    /// has to come before: the start fails where it came later. It does not matter when <c>AddEthicsCrm</c> is called. May be called more than once.
    /// </summary>
    /// <param name="builder">What <c>AddEthicsCrm</c> returns.</param>
    /// <param name="map">Says which classifications are which categories.</param>
    public static IEthicsCrmBuilder AddCategoryRedactors(this IEthicsCrmBuilder builder, Action<CategoryRedactors> map)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        _ = map ?? throw new ArgumentNullException(nameof(map));
        var known = new CategoryRedactors();
        map(known);
        var services = builder.Services;
        var registered = services.LastOrDefault(RedactionStartupCheck.IsProvider);
        var ours = ServiceDescriptor.Singleton<IRedactorProvider>(s => new CategoryRedactorProvider(known, registered switch
        {
            null => null,
            { ImplementationInstance: IRedactorProvider given } => given,
            { ImplementationFactory: { } make } => (IRedactorProvider)make(s),
            _ => (IRedactorProvider)ActivatorUtilities.CreateInstance(s, registered.ImplementationType!),
        }));
        services.Add(ours);
        var check = services.Select(static one => one.IsKeyedService ? null : one.ImplementationInstance as RedactionStartupCheck).FirstOrDefault(static one => one is not null);
        if (check is null)
            services.AddSingleton<IStartupCheck>(check = new RedactionStartupCheck(services));
        check.Add(ours, registered);
        return builder;
    }
}
