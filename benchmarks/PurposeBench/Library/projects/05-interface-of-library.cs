using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Projects.InterfaceOfLibrary;

public sealed record Reachable(string Number, TimeOnly Best);

public interface IReachability
{
    ValueTask<Reachable> OfAsync(Customer customer);
}

[ForPurpose("support")]
internal sealed class CallCentre : IReachability
{
    public ValueTask<Reachable> OfAsync(Customer customer) => new(new Reachable(customer.Phone ?? "none", new TimeOnly(9, 0)));
}

public static class Registration
{
    public static IServiceCollection AddReachability(this IServiceCollection services) => services.AddSingleton<IReachability, CallCentre>();
}
