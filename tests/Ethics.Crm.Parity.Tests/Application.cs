using Ethics.Crm.Decisions;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Parity.Tests;

/// <summary>A started application with a policy of its own.</summary>
internal sealed class Application : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ethics-crm-parity-").FullName;
    private readonly ServiceProvider _provider;

    public Application(string policy, Action<IServiceCollection>? services = null)
    {
        var file = Path.Combine(_folder, "ethics.policy.json");
        File.WriteAllText(file, policy);
        IServiceCollection all = new ServiceCollection();
        services?.Invoke(all);
        all.AddEthicsCrm(o => o.PolicyFile = file).AddPurposeBinding();
        _provider = all.BuildServiceProvider();
        _provider.UseEthicsCrm();
    }

    public IServiceProvider Services => _provider;

    public CrmHost Host => _provider.GetRequiredService<CrmHost>();

    public void Dispose()
    {
        _provider.Dispose();
        HostRegistry.Instance.Reset();
        Directory.Delete(_folder, recursive: true);
    }
}
