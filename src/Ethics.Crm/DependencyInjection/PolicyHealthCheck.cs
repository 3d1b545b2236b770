using Ethics.Crm.Decisions;
using Ethics.Crm.Policies;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ethics.Crm.DependencyInjection;

/// <summary>Tells whether the program runs under the policy that its file holds: healthy; under an older one: degraded, with the reason; under none: unhealthy, everything is refused.</summary>
internal sealed class PolicyHealthCheck(CrmHost host, PolicyStatus status) : IHealthCheck
{
    public const string Name = "ethics-crm-policy";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Check());
    }

    private HealthCheckResult Check()
    {
        if (host.TableOrNull is null)
            return HealthCheckResult.Unhealthy(CrmHost.NotRunning);
        if (status.Failure is { } reason)
            return HealthCheckResult.Degraded($"The last good policy is in force; the one in '{host.PolicyPath}' was not taken. {reason}");
        return HostRegistry.Instance.IsWaiting(host)
            ? HealthCheckResult.Degraded($"The policy in '{host.PolicyPath}' is not in force: another host in this process runs under one that permits less.")
            : HealthCheckResult.Healthy($"The policy in '{host.PolicyPath}' is in force.");
    }
}
