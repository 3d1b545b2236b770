using Ethics.Crm;
using Ethics.Crm.Binding;
using Ethics.Crm.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Binds services to what they declare to work for.</summary>
public static class PurposeBindingExtensions
{
    /// <summary>
    /// Puts a decorator before each service, registered so far, whose interface or class declares <c>[ForPurpose]</c> or is named by the policy's <c>code</c>: its calls run in a scope for those
    /// purposes, tasks and sequences to their end. Call it after the last registration; it may be called again for those that came later. What declares a purpose by attribute and is not bound
    /// fails the start of the application, by name; to tell, services are made once before it that functions make without a decorator and that may be of such a class.
    /// </summary>
    /// <param name="builder">What <c>AddEthicsCrm</c> returned.</param>
    /// <param name="configure">Names classes that stay unbound; null leaves none.</param>
    public static IEthicsCrmBuilder AddPurposeBinding(this IEthicsCrmBuilder builder, Action<PurposeBindingOptions>? configure = null)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        var services = builder.Services;
        var binder = services.LastOrDefault(static one => one is { IsKeyedService: false, ServiceType: var type } && type == typeof(ServiceBinder))?.ImplementationInstance as ServiceBinder;
        if (binder is null)
        {
            services.AddSingleton(binder = new ServiceBinder(services));
            services.AddSingleton<IStartupCheck>(binder);
            services.AddSingleton<IStartupCheck>(provider => new MadeServicesCheck(binder, provider));
        }

        configure?.Invoke(binder.Options);
        binder.Bind();
        return builder;
    }
}
