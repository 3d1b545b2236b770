using System.Diagnostics.CodeAnalysis;
using Ethics.Crm.Runtime;
using Microsoft.Extensions.Hosting;

namespace Ethics.Crm.Binding;

/// <summary>Puts what the generator wrote before a service.</summary>
internal sealed class Decoration(BindingCatalog catalog, UnboundServices unbound)
{
    /// <summary>The service, run for its purposes; the service itself where it declares none.</summary>
    /// <param name="service">The interface that it is registered as.</param>
    /// <param name="inner">Null is handed on.</param>
    /// <param name="owns">Whether nobody else disposes of it.</param>
    /// <exception cref="InvalidOperationException">It declares purposes and cannot be bound.</exception>
    [return: NotNullIfNotNull(nameof(inner))]
    public object? Bind(Type service, object? inner, bool owns)
    {
        if (inner is null or IPurposeBound)
            return inner;
        var type = inner.GetType();
        var binding = catalog.Find(type) ?? catalog.Find(service);
        if (binding is null)
            return catalog.IsMarked(type) && !unbound.IsLeft(type) ? throw new InvalidOperationException(UnboundServices.WithoutTable(type, service)) : inner;
        if (binding.Obstacle is { } obstacle)
            return binding.IsDeclared && !unbound.IsLeft(type) ? throw new InvalidOperationException(UnboundServices.Because(type, service, obstacle)) : inner;

        var bound = binding.Bind is { } bind ? bind(inner, owns) : Make(binding.Decorator!, type, service, inner, owns);
        if (binding.Background is { } work && inner is BackgroundService background && service == typeof(IHostedService))
            return BoundBackgroundService.Of(background, bound as IHostedLifecycleService, work, owns);
        if (service.IsInstanceOfType(bound))
            return bound;
        return binding.IsDeclared && !unbound.IsLeft(type) ? throw new InvalidOperationException(UnboundServices.Because(type, service, UnboundServices.NotImplemented)) : inner;
    }

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The decorator has the type arguments of a service that exists.")]
    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "The decorator has the constraints of its service.")]
    private static object Make([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type decorator, Type type, Type service, object inner, bool owns)
    {
        var definition = type;
        while (definition is not null && !(definition.IsConstructedGenericType && definition.GetGenericArguments().Length == decorator.GetGenericArguments().Length))
            definition = definition.BaseType;
        return Activator.CreateInstance(decorator.MakeGenericType((definition ?? service).GetGenericArguments()), inner, owns)!;
    }
}
