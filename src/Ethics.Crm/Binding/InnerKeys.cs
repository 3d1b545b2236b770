using Ethics.Crm.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Binding;

/// <summary>The key under which the container knows one service behind a decorator.</summary>
internal sealed class InnerKey(Type service)
{
    public override string ToString() => $"{service} before its purposes";

    /// <exception cref="InvalidOperationException">The container knows no keys, or not this service.</exception>
    public static object Get(IServiceProvider services, Type type, object key) =>
        services is IKeyedServiceProvider keyed
            ? keyed.GetRequiredKeyedService(type, key)
            : throw new InvalidOperationException(
                $"AddPurposeBinding keeps the services behind its decorators under keys, and the container of this application ('{services.GetType()}') has no keyed services. Use one that has, as that of Microsoft.Extensions.DependencyInjection 8 and later, or register '{type}' by a function, which needs no key.");
}

/// <summary>The same for an open generic service: a decorator that the container makes knows no more than the two types.</summary>
internal sealed record OpenInnerKey(Type Service);

/// <inheritdoc/>
internal sealed class KeyedInner<TService, TImplementation>(IServiceProvider services) : BoundInner<TService, TImplementation>
    where TImplementation : notnull
{
    public override BoundOwner Owner { get; } = services.GetRequiredService<ServiceBinder>().Leaving;

    public override object Value { get; } = InnerKey.Get(services, typeof(TImplementation), new OpenInnerKey(typeof(TService).GetGenericTypeDefinition()));
}
