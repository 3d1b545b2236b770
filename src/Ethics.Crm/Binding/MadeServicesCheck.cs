using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Ethics.Crm.DependencyInjection;
using Ethics.Crm.Runtime;
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
        var made = binder.MadeByFunctions();
        if (made.Count == 0)
            return;
        var asked = made.GroupBy(static one => (one.Descriptor.ServiceType, Key: one.Descriptor.IsKeyedService ? one.Descriptor.ServiceKey : null, one.Descriptor.IsKeyedService));
        var problems = new List<string>();
        var scope = provider.CreateAsyncScope();
        try
        {
            foreach (var same in asked)
                Look([.. same], scope.ServiceProvider, problems);
        }
        finally
        {
            scope.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        if (problems.Count > 0)
            throw new InvalidOperationException(string.Join(Environment.NewLine, problems.Distinct(StringComparer.Ordinal)));
    }

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Services of classes and interfaces: sequences of these share their code.")]
    private void Look(IReadOnlyList<MadeByFunction> same, IServiceProvider scope, List<string> problems)
    {
        var (first, candidate) = same[0];
        var service = first.ServiceType;
        var (isKeyed, key) = (first.IsKeyedService, first.IsKeyedService ? first.ServiceKey : null);
        List<object?> made;
        try
        {
            made = ReferenceEquals(key, KeyedService.AnyKey) ? [.. same.Select(one => MadeForSomeKey(one.Descriptor, scope))]
                : isKeyed ? [.. scope.GetKeyedServices(service, key)]
                : [.. scope.GetServices(service)];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            problems.Add(UnboundServices.NotLookedAt(service, candidate, (e as TargetInvocationException)?.InnerException ?? e));
            return;
        }

        problems.AddRange(made.OfType<object>().Where(static one => one is not (IPurposeBound or BoundBackgroundService)).Select(static one => one.GetType()).Where(binder.IsUnbound).Select(type => UnboundServices.MadeUnbound(service, type)));
    }

    /// <summary>Of a registration for every key a container makes none that it was not asked for: its function is asked, with a key as most are.</summary>
    private static object? MadeForSomeKey(ServiceDescriptor descriptor, IServiceProvider scope)
    {
        var made = descriptor.KeyedImplementationFactory!(scope, "");
        if (LaterEndOf(made) is { } later)
            later.AsTask().GetAwaiter().GetResult();
        else
            (made as IDisposable)?.Dispose();
        return made;
    }

#if NET
    private static ValueTask? LaterEndOf(object made) => (made as IAsyncDisposable)?.DisposeAsync();
#else
    // The interface is in an assembly that a program on .NET does not have.
    private static ValueTask? LaterEndOf(object made) =>
        (ValueTask?)Array.Find(made.GetType().GetInterfaces(), static one => one.FullName == "System.IAsyncDisposable")?.GetMethod("DisposeAsync")!.Invoke(made, null);
#endif
}
