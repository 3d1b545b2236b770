using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Tests.Binding;

/// <summary>An application that binds what is registered.</summary>
internal static class BoundHost
{
    public static TestHost Host(Action<IServiceCollection> services, Action<PurposeBindingOptions>? options = null) => new(services: all =>
    {
        services(all);
        all.AddEthicsCrm().AddPurposeBinding(options);
    });
}
