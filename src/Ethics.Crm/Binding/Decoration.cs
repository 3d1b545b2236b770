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
    /// <param name="owner">Whose decorator it is.</param>
    /// <exception cref="InvalidOperationException">It declares purposes and cannot be bound.</exception>
    [return: NotNullIfNotNull(nameof(inner))]
    public object? Bind(Type service, object? inner, BoundOwner owner)
    {
        if (inner is null or IPurposeBound)
            return inner;
        var type = inner.GetType();
        var binding = catalog.Find(type, out var isUnlisted);
        binding ??= isUnlisted ? null : catalog.Find(service, out _);
        if (isUnlisted || (binding is null && catalog.DeclaresByInterface(type)))
            return unbound.IsLeft(type) ? inner : throw new InvalidOperationException(UnboundServices.WithoutTable(type, service));
        if (binding is null)
            return inner;
        if (binding.ObstacleFor(service) is { } obstacle)
            return binding.IsDeclared && !unbound.IsLeft(type) ? throw new InvalidOperationException(UnboundServices.Because(type, service, obstacle)) : inner;

        var bound = binding.Type.IsGenericTypeDefinition ? Make(binding, type, inner, owner) : binding.Bind(inner, owner);
        if (binding.Background is { } work && inner is BackgroundService background && service == typeof(IHostedService))
            return BoundBackgroundService.Of(background, bound as IHostedLifecycleService, work, owner);
        if (service.IsInstanceOfType(bound))
            return bound;
        return binding.IsDeclared && !unbound.IsLeft(type) ? throw new InvalidOperationException(UnboundServices.Because(type, service, UnboundServices.NotImplemented)) : inner;
    }

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The decorator has the type arguments of a service that exists.")]
    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "The decorator has the constraints of its service.")]
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "An interface that a service implements is there.")]
    private static object Make(ServiceBinding binding, Type type, object inner, BoundOwner owner)
    {
        var made = type;
        while (made is not null && !IsMadeFrom(made))
            made = made.BaseType;
        made ??= Array.Find(type.GetInterfaces(), IsMadeFrom)!;
        return Activator.CreateInstance(binding.Decorator!.MakeGenericType(made.GetGenericArguments()), inner, owner)!;

        bool IsMadeFrom(Type one) => one.IsConstructedGenericType && one.GetGenericTypeDefinition() == binding.Type;
    }
}
