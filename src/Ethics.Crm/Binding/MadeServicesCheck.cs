using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Ethics.Crm.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Binding;

/// <summary>
/// Looks at what functions make that no decorator stands before: those registered after the binding, for a class, or for an interface of the framework. Which class a function makes is known only once it has made it, so such
/// services are made once before the application starts; only those that may be of a class that declares purposes.
/// </summary>
internal sealed class MadeServicesCheck(ServiceBinder binder, IServiceProvider provider) : IStartupCheck
{
    public void Check()
    {
        var asked = binder.MadeByFunctions().GroupBy(static one => (one.Descriptor.ServiceType, Key: one.Descriptor.IsKeyedService ? one.Descriptor.ServiceKey : null, one.Descriptor.IsKeyedService)).ToList();
        if (asked.Count == 0)
            return;
        var problems = new List<string>();
        var scope = provider.CreateAsyncScope();
        try
        {
            foreach (var same in asked)
                Look(same.Key.ServiceType, same.Key.IsKeyedService, same.Key.Key, same.First().Candidate, scope.ServiceProvider, problems);
        }
        finally
        {
            scope.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        if (problems.Count > 0)
            throw new InvalidOperationException(string.Join(Environment.NewLine, problems.Distinct(StringComparer.Ordinal)));
    }

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Services of classes and interfaces: sequences of these share their code.")]
    private void Look(Type service, bool isKeyed, object? key, Type candidate, IServiceProvider scope, List<string> problems)
    {
        List<object?> made;
        try
        {
            made = [.. isKeyed ? scope.GetKeyedServices(service, key) : scope.GetServices(service)];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            problems.Add(UnboundServices.NotLookedAt(service, candidate, (e as TargetInvocationException)?.InnerException ?? e));
            return;
        }

        problems.AddRange(made.OfType<object>().Select(static one => one.GetType()).Where(binder.IsUnbound).Select(type => UnboundServices.MadeUnbound(service, type)));
    }
}
