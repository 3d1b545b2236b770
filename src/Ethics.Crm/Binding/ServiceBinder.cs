using System.Diagnostics.CodeAnalysis;
using Ethics.Crm.DependencyInjection;
using Ethics.Crm.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Ethics.Crm.Binding;

/// <summary>Replaces registrations by ones that put a decorator before the service, each in its place, and the service itself under a key of its own.</summary>
internal sealed class ServiceBinder(IServiceCollection services) : IStartupCheck
{
    private readonly BindingCatalog _catalog = new();
    private readonly PurposeBindingOptions _options = new();
    private readonly HashSet<ServiceDescriptor> _done = [];
    private readonly List<(ServiceDescriptor Descriptor, Type Type, string Words)> _problems = [];

    public PurposeBindingOptions Options => _options;

    private UnboundServices Unbound => new(_options.Left);

    /// <summary>Binds what has been registered since the last time.</summary>
    public void Bind()
    {
        for (var i = 0; i < services.Count; i++)
        {
            var descriptor = services[i];
            if (_done.Contains(descriptor))
                continue;
            var bound = IsConcerned(descriptor) ? Bound(descriptor) : descriptor;
            _done.Add(bound);
            services[i] = bound;
        }
    }

    /// <summary>Says what declares purposes and is not bound, all of it at once.</summary>
    /// <exception cref="InvalidOperationException">There is some.</exception>
    public void Check()
    {
        // A later call may name a class that stays unbound, or have taken the registration out.
        var problems = _problems.Where(one => services.Contains(one.Descriptor) && !Unbound.IsLeft(one.Type)).Select(static one => one.Words).ToList();
        foreach (var descriptor in services)
        {
            if (!_done.Contains(descriptor) && IsConcerned(descriptor) && TypeOf(descriptor) is { } type && DeclaringOf(descriptor, type) && !Unbound.IsLeft(type))
                problems.Add(descriptor.ServiceType.IsInterface ? UnboundServices.TooLate(descriptor.ServiceType) : UnboundServices.RegisteredAsClass(type));
        }

        if (problems.Count > 0)
            throw new InvalidOperationException(string.Join(Environment.NewLine, problems.Distinct(StringComparer.Ordinal)));
    }

    // What is ours needs no purpose; and what a framework makes by functions of its own is made often.
    private static bool IsConcerned(ServiceDescriptor descriptor) =>
        descriptor.ServiceType.Assembly != typeof(ServiceBinder).Assembly
        && (FactoryOf(descriptor) is null || descriptor.ServiceType == typeof(IHostedService) || !BindingCatalog.IsOfFramework(descriptor.ServiceType.Assembly));

    private static Delegate? FactoryOf(ServiceDescriptor descriptor) => descriptor.IsKeyedService ? descriptor.KeyedImplementationFactory : descriptor.ImplementationFactory;

    private static object? InstanceOf(ServiceDescriptor descriptor) => descriptor.IsKeyedService ? descriptor.KeyedImplementationInstance : descriptor.ImplementationInstance;

    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
    private static Type? ClassOf(ServiceDescriptor descriptor) => descriptor.IsKeyedService ? descriptor.KeyedImplementationType : descriptor.ImplementationType;

    /// <summary>The class of what is registered as far as it is known before it is made.</summary>
    private static Type? TypeOf(ServiceDescriptor descriptor) => ClassOf(descriptor) ?? InstanceOf(descriptor)?.GetType() ?? descriptor.ServiceType;

    private bool DeclaringOf(ServiceDescriptor descriptor, Type type) =>
        (_catalog.Find(type, out var isUnlisted) ?? _catalog.Find(descriptor.ServiceType, out _)) is { IsDeclared: true } || isUnlisted;

    private ServiceDescriptor Bound(ServiceDescriptor descriptor)
    {
        var service = descriptor.ServiceType;
        var type = TypeOf(descriptor)!;
        if (!service.IsInterface)
        {
            if (!Unbound.IsLeft(type) && DeclaringOf(descriptor, type))
                _problems.Add((descriptor, type, UnboundServices.RegisteredAsClass(type)));
            return descriptor;
        }

        if (FactoryOf(descriptor) is not null)
            return OfFactory(descriptor);
        var binding = _catalog.Find(type, out var isUnlisted);
        if (!isUnlisted)
            binding ??= _catalog.Find(service, out _);
        if ((binding is null && !isUnlisted) || Unbound.IsLeft(type))
            return descriptor;
        if (Obstacle(binding, descriptor, type) is { } obstacle)
        {
            if (binding is null or { IsDeclared: true })
                _problems.Add((descriptor, type, obstacle));
            return descriptor;
        }

        if (InstanceOf(descriptor) is { } instance)
        {
            var bound = Decoration.Bind(service, instance, owns: false)!;
            return descriptor.IsKeyedService ? new(service, descriptor.ServiceKey, bound) : new(service, bound);
        }

        return service.IsGenericTypeDefinition ? OfOpenClass(descriptor, binding!) : OfClass(descriptor);
    }

    private Decoration Decoration => new(_catalog, Unbound);

    private static string? Obstacle(ServiceBinding? binding, ServiceDescriptor descriptor, Type type)
    {
        var service = descriptor.ServiceType;
        if (binding is null)
            return UnboundServices.WithoutTable(type, service);
        if (binding.Obstacle is { } obstacle)
            return UnboundServices.Because(type, service, obstacle);
        if (!service.IsGenericTypeDefinition)
            return null;
        if (descriptor.IsKeyedService)
            return UnboundServices.Because(type, service, "an open generic registration with a key cannot be told from others; register the closed types that are needed");
        return binding.OpenServices.ContainsKey(service) ? null : UnboundServices.Because(type, service, UnboundServices.NotImplemented);
    }

    private ServiceDescriptor OfFactory(ServiceDescriptor descriptor)
    {
        var service = descriptor.ServiceType;
        var decoration = Decoration;
        if (descriptor.IsKeyedService)
        {
            var keyed = descriptor.KeyedImplementationFactory!;
            return new(service, descriptor.ServiceKey, (provider, key) => decoration.Bind(service, keyed(provider, key), owns: true)!, descriptor.Lifetime);
        }

        var factory = descriptor.ImplementationFactory!;
        return new(service, provider => ServicesBeingMade.Make(service, provider, one => decoration.Bind(service, factory(one), owns: true)!), descriptor.Lifetime);
    }

    private ServiceDescriptor OfClass(ServiceDescriptor descriptor)
    {
        var service = descriptor.ServiceType;
        var type = ClassOf(descriptor)!;
        var decoration = Decoration;
        if (!descriptor.IsKeyedService)
        {
            var inner = new InnerKey(service);
            // Under its own type: whoever asks for all keyed services of the interface is not to get it.
            Add(new(type, inner, type, descriptor.Lifetime));
            return new(service, provider => ServicesBeingMade.Make(service, provider, one => decoration.Bind(service, InnerKey.Get(one, type, inner), owns: false)!), descriptor.Lifetime);
        }

        // A class may ask for the key that it is registered under, and one registration may stand for every key: it is made here, and disposed of by its decorator.
        var asksForKey = type.GetConstructors().Any(static one => one.GetParameters().Any(static parameter => parameter.IsDefined(typeof(ServiceKeyAttribute), inherit: false)));
        return new(
            service, descriptor.ServiceKey,
            (provider, key) => decoration.Bind(service, asksForKey && key is not null ? ActivatorUtilities.CreateInstance(provider, type, key) : ActivatorUtilities.CreateInstance(provider, type), owns: true)!,
            descriptor.Lifetime);
    }

    private ServiceDescriptor OfOpenClass(ServiceDescriptor descriptor, ServiceBinding binding)
    {
        var type = ClassOf(descriptor)!;
        services.TryAddTransient(typeof(BoundInner<,>), typeof(KeyedInner<,>));
        Add(new(type, new OpenInnerKey(descriptor.ServiceType), type, descriptor.Lifetime));
        return new(descriptor.ServiceType, binding.OpenServices[descriptor.ServiceType].Type, descriptor.Lifetime);
    }

    private void Add(ServiceDescriptor descriptor)
    {
        _done.Add(descriptor);
        services.Add(descriptor);
    }
}
