using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm;

/// <summary>Adds further parts of Ethics.Crm to an application.</summary>
public interface IEthicsCrmBuilder
{
    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }
}

internal sealed class EthicsCrmBuilder(IServiceCollection services) : IEthicsCrmBuilder
{
    public IServiceCollection Services => services;
}
