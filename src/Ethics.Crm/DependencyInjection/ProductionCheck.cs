using Ethics.Crm.Decisions;
using Microsoft.Extensions.Hosting;

namespace Ethics.Crm.DependencyInjection;

/// <summary>Keeps applications in production and what is for tests apart.</summary>
internal sealed class ProductionCheck(CrmHost host, IHostEnvironment? environment) : IStartupCheck
{
    public void Check()
    {
        host.IsProduction = environment is null ? IsSaidToBe() : environment.IsProduction();
        if (host.IsProduction)
            TestingUse.RefuseProduction();
    }

    // Without a generic host nothing is production by default; only who says so means it.
    private static bool IsSaidToBe() =>
        (Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")) is { } name
        && string.Equals(name, Environments.Production, StringComparison.OrdinalIgnoreCase);
}
