using Ethics.Crm;
using Ethics.Crm.Logging;
using Microsoft.Extensions.Compliance.Redaction;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The categories' texts for whoever redacts by the classifications of Microsoft.Extensions.Compliance.</summary>
public static class EthicsCrmRedactionBuilderExtensions
{
    /// <summary>
    /// Registers the <c>redacted</c> text of categories as redactors of data classifications. What is mapped here is redacted by the live policy; all else by the redactors that the application has added with <c>AddRedaction</c>, which
    /// has to come before. May be called more than once.
    /// </summary>
    /// <param name="builder">What <c>AddEthicsCrm</c> returns.</param>
    /// <param name="map">Says which classifications are which categories.</param>
    public static IEthicsCrmBuilder AddCategoryRedactors(this IEthicsCrmBuilder builder, Action<CategoryRedactors> map)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        _ = map ?? throw new ArgumentNullException(nameof(map));
        var known = new CategoryRedactors();
        map(known);
        var registered = builder.Services.LastOrDefault(static s => s.ServiceType == typeof(IRedactorProvider) && !s.IsKeyedService);
        builder.Services.AddSingleton<IRedactorProvider>(s => new CategoryRedactorProvider(known, registered switch
        {
            null => null,
            { ImplementationInstance: IRedactorProvider given } => given,
            { ImplementationFactory: { } make } => (IRedactorProvider)make(s),
            _ => (IRedactorProvider)ActivatorUtilities.CreateInstance(s, registered.ImplementationType!),
        }));
        return builder;
    }
}
