using Ethics.Crm.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Binding;

/// <summary>The key under which the container knows one service behind a decorator.</summary>
internal sealed class InnerKey(Type service)
{
    public override string ToString() => $"{service} before its purposes";
}

/// <summary>The same for an open generic service: a decorator that the container makes knows no more than the two types.</summary>
internal sealed record OpenInnerKey(Type Service);

/// <inheritdoc/>
internal sealed class KeyedInner<TService, TImplementation>(IServiceProvider services) : BoundInner<TService, TImplementation>
    where TImplementation : notnull
{
    public override object Value { get; } = services.GetRequiredKeyedService<TImplementation>(new OpenInnerKey(typeof(TService).GetGenericTypeDefinition()));
}
