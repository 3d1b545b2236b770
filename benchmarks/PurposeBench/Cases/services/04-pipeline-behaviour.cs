// verdict: violation
// origin: open
// channel: log
// source: Customer.Phone
// proof: reaches
// why: A behaviour around every handler logs what the handler answered.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Services.PipelineBehaviour;

public delegate Task<TAnswer> Next<TAnswer>();

public interface IBehaviour<TRequest, TAnswer>
{
    Task<TAnswer> HandleAsync(TRequest request, Next<TAnswer> next);
}

public sealed class Tracing<TRequest, TAnswer>(ILogger logger) : IBehaviour<TRequest, TAnswer>
{
    public async Task<TAnswer> HandleAsync(TRequest request, Next<TAnswer> next)
    {
        var answer = await next();
        logger.LogDebug("{Request} was answered: {Answer}", typeof(TRequest).Name, answer); //! ECRM3002
        return answer;
    }
}

public sealed class Timing<TRequest, TAnswer> : IBehaviour<TRequest, TAnswer>
{
    public Task<TAnswer> HandleAsync(TRequest request, Next<TAnswer> next) => next();
}

public static class Pipeline
{
    public static Task<TAnswer> RunAsync<TRequest, TAnswer>(TRequest request, Next<TAnswer> handler, params IBehaviour<TRequest, TAnswer>[] behaviours) =>
        behaviours.Reverse().Aggregate(handler, (next, behaviour) => () => behaviour.HandleAsync(request, next))();
}

[ForPurpose("support")]
public sealed class CallCentre
{
    public async Task CallAsync(Customer customer)
    {
        var number = await Pipeline.RunAsync(customer.Id, () => Task.FromResult(customer.Phone), new Timing<int, string?>(), new Tracing<int, string?>(Logs.Logger));
        Use.Support(number);
    }
}

public static class Case
{
    public static Task Run() => new CallCentre().CallAsync(Customers.Ada());
}
