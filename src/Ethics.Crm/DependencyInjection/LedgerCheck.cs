using Ethics.Crm.Consent;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.DependencyInjection;

/// <summary>
/// Whether what people decide reaches the reads. These ask the ledger that <c>AddEthicsCrm</c> registers; into one in its place an objection would be written that no read ever hears of. One that stands around it is well.
/// </summary>
/// <param name="before">What was registered when <c>AddEthicsCrm</c> was called.</param>
internal sealed class LedgerCheck(IServiceCollection registered, IReadOnlyCollection<ServiceDescriptor> before, IConsentSource source) : IStartupCheck
{
    private static readonly Type[] s_heard = [typeof(IConsentLedger), typeof(IPersonMerges)];

    public static IReadOnlyCollection<ServiceDescriptor> Before(IServiceCollection services) => [.. services.Where(static one => !one.IsKeyedService && s_heard.Contains(one.ServiceType))];

    public void Check()
    {
        // Who says where decisions are learnt has a ledger to match.
        if (source is not InMemoryConsentLedger)
            return;
        foreach (var service in s_heard)
        {
            ServiceDescriptor[] all = [.. registered.Where(one => !one.IsKeyedService && one.ServiceType == service)];
            // What stands around ours has been given it: a class or an object cannot have been.
            if (all is [{ ImplementationFactory: not null } only] && !before.Contains(only))
                continue;
            var other = all.FirstOrDefault(before.Contains) ?? all[all.Length - 1];
            throw new InvalidOperationException(
                $"'{NameOf(other)}' is registered as {service.Name} in place of the one of AddEthicsCrm, which is the one that reads ask: no read would hear of what it records, an objection say. Take it out; what has to be done beside each decision can stand around ours (a function in place of its registration), or watch it (IConsentLedger.Watch).");
        }
    }

    private static string NameOf(ServiceDescriptor descriptor) => (descriptor.ImplementationType ?? descriptor.ImplementationInstance?.GetType())?.ToString() ?? "A function";
}
