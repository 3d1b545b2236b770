using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Ethics.Crm.DependencyInjection;
using Ethics.Crm.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Ethics.Crm.Binding;

/// <summary>Replaces registrations by ones that put a decorator before the service, each in its place, and the service itself under a key of its own.</summary>
internal sealed class ServiceBinder : IStartupCheck
{
    private readonly IServiceCollection _services;
    private readonly BindingCatalog _catalog = new();
    private readonly UnboundServices _unbound;
    private readonly Decoration _decoration;
    private readonly SeenRegistrations _seen = new();
    private readonly BoundOwner _disposing;
    private readonly List<Problem> _problems = [];

    public ServiceBinder(IServiceCollection services)
    {
        _services = services;
        _unbound = new(Options.Left);
        _decoration = new(_catalog, _unbound);
        _disposing = new(Application, disposes: true);
        Leaving = new(Application, disposes: false);
    }

    public PurposeBindingOptions Options { get; } = new();

    /// <summary>The application that is built from the registrations.</summary>
    public BoundApplication Application { get; } = new();

    /// <summary>Of decorators whose service the container disposes of.</summary>
    public BoundOwner Leaving { get; }

    /// <summary>Binds what has been registered since the last time.</summary>
    public void Bind()
    {
        // What is added meanwhile, at the end, stands behind decorators.
        var count = _services.Count;
        for (var i = 0; i < count; i++)
        {
            var descriptor = _services[i];
            if (_seen.Has(i, descriptor))
                continue;
            if (IsFound(descriptor))
            {
                _services.RemoveAt(i--);
                count--;
                continue;
            }

            if (IsConcerned(descriptor) && Bound(descriptor) is var bound && !ReferenceEquals(bound, descriptor))
                _services[i] = bound;
        }

        _seen.Keep(_services);
    }

    /// <summary>Says what declares purposes and is not bound, all of it at once.</summary>
    /// <exception cref="InvalidOperationException">There is some.</exception>
    public void Check()
    {
        // A later call may name a class that stays unbound, or have taken the registration out.
        var problems = new List<string>();
        foreach (var one in _problems)
        {
            if (_services.Contains(one.Descriptor) && !_unbound.IsLeft(one.Type))
                problems.Add(one.Words);
        }

        for (var i = 0; i < _services.Count; i++)
        {
            var descriptor = _services[i];
            if (!_seen.Has(i, descriptor) && IsConcerned(descriptor) && TypeOf(descriptor) is { } type && DeclaringOf(descriptor, type) && !_unbound.IsLeft(type))
                problems.Add(descriptor.ServiceType.IsInterface ? UnboundServices.TooLate(descriptor.ServiceType) : UnboundServices.RegisteredAsClass(type));
        }

        if (problems.Count > 0)
            throw new InvalidOperationException(string.Join(Environment.NewLine, problems.Distinct(StringComparer.Ordinal)));
    }

    /// <summary>What functions of the program, and those of a framework for its services (typed HTTP clients, say), make that no decorator stands before, and that may be of a class that declares purposes, which is told as well.</summary>
    public IReadOnlyList<MadeByFunction> MadeByFunctions()
    {
        List<MadeByFunction>? made = null;
        DeclaringClasses? classes = null;
        for (var i = 0; i < _services.Count; i++)
        {
            var descriptor = _services[i];
            var service = descriptor.ServiceType;
            // Whose function it is is asked last: of hundreds, that is half of what the look costs.
            if (FactoryOf(descriptor) is not { } factory || (service.IsInterface && IsConcerned(descriptor) && _seen.Has(i, descriptor)) || service.ContainsGenericParameters)
                continue;
            var making = OwnerOf(factory);
            if (making == typeof(ServiceBinder).Assembly || (BindingCatalog.IsOfFramework(making) && BindingCatalog.IsOfFramework(service.Assembly)))
                continue;

            if ((classes ??= new(_catalog, _unbound)).Find(making, service) is { } candidate)
                (made ??= []).Add(new(descriptor, candidate));
        }

        return made ?? (IReadOnlyList<MadeByFunction>)[];
    }

    /// <summary>Whether an object of this class runs for no purpose although its class declares one.</summary>
    public bool IsUnbound(Type type) => !_unbound.IsLeft(type) && (_catalog.Find(type, out var isUnlisted) is { IsDeclared: true } || isUnlisted || _catalog.DeclaresByInterface(type));

    // What is ours needs no purpose; and what a framework makes by functions of its own is made often.
    private static bool IsConcerned(ServiceDescriptor descriptor) =>
        descriptor.ServiceType.Assembly != typeof(ServiceBinder).Assembly
        && (FactoryOf(descriptor) is null || descriptor.ServiceType == typeof(IHostedService) || !BindingCatalog.IsOfFramework(descriptor.ServiceType.Assembly));

    /// <summary>Whether somebody went through an assembly for classes of an interface, and took a decorator for one: a container cannot make it, and what it stands before is registered as well.</summary>
    private static bool IsFound(ServiceDescriptor descriptor) =>
        ClassOf(descriptor) is { } type && typeof(IPurposeBound).IsAssignableFrom(type) && type.GetConstructors() is [var only] && only.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(object);

    private static Delegate? FactoryOf(ServiceDescriptor descriptor) => descriptor.IsKeyedService ? descriptor.KeyedImplementationFactory : descriptor.ImplementationFactory;

    // What a lambda closes over lies where it does, and tells so without reflection.
    private static Assembly OwnerOf(Delegate factory) => factory.Target?.GetType() is { } closure && closure.Name[0] == '<' ? closure.Assembly : factory.Method.Module.Assembly;

    private static object? InstanceOf(ServiceDescriptor descriptor) => descriptor.IsKeyedService ? descriptor.KeyedImplementationInstance : descriptor.ImplementationInstance;

    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
    private static Type? ClassOf(ServiceDescriptor descriptor) => descriptor.IsKeyedService ? descriptor.KeyedImplementationType : descriptor.ImplementationType;

    /// <summary>The class of what is registered as far as it is known before it is made.</summary>
    private static Type? TypeOf(ServiceDescriptor descriptor) => ClassOf(descriptor) ?? InstanceOf(descriptor)?.GetType() ?? descriptor.ServiceType;

    private bool DeclaringOf(ServiceDescriptor descriptor, Type type) =>
        (_catalog.Find(type, out var isUnlisted) ?? _catalog.Find(descriptor.ServiceType, out _)) is { IsDeclared: true } || isUnlisted || _catalog.DeclaresByInterface(type);

    private ServiceDescriptor Bound(ServiceDescriptor descriptor)
    {
        var service = descriptor.ServiceType;
        var type = TypeOf(descriptor)!;
        if (!service.IsInterface)
        {
            if (!_unbound.IsLeft(type) && DeclaringOf(descriptor, type))
                _problems.Add(new(descriptor, type, UnboundServices.RegisteredAsClass(type)));
            return descriptor;
        }

        if (FactoryOf(descriptor) is not null)
            return OfFactory(descriptor);
        var binding = _catalog.Find(type, out var isUnlisted);
        if (binding is null && !isUnlisted)
        {
            binding = _catalog.FindInterface(service);
            isUnlisted = binding is null && _catalog.DeclaresByInterface(type);
        }

        if ((binding is null && !isUnlisted) || _unbound.IsLeft(type))
            return descriptor;
        if (Obstacle(binding, descriptor, type) is { } obstacle)
        {
            if (binding is null or { IsDeclared: true })
                _problems.Add(new(descriptor, type, obstacle));
            return descriptor;
        }

        if (InstanceOf(descriptor) is { } instance)
        {
            var bound = _decoration.Bind(service, instance, Leaving)!;
            return descriptor.IsKeyedService ? new(service, descriptor.ServiceKey, bound) : new(service, bound);
        }

        return service.IsGenericTypeDefinition ? OfOpenClass(descriptor, binding!) : OfClass(descriptor, binding!);
    }

    private static string? Obstacle(ServiceBinding? binding, ServiceDescriptor descriptor, Type type)
    {
        var service = descriptor.ServiceType;
        if (binding is null)
            return UnboundServices.WithoutTable(type, service);
        if (binding.ObstacleFor(service) is { } obstacle)
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
        if (descriptor.IsKeyedService)
        {
            var keyed = descriptor.KeyedImplementationFactory!;
            return new(service, descriptor.ServiceKey, (provider, key) => _decoration.Bind(service, keyed(provider, key), _disposing)!, descriptor.Lifetime);
        }

        var factory = descriptor.ImplementationFactory!;
        return new(service, provider => ServicesBeingMade.Make(service, provider, one => _decoration.Bind(service, factory(one), _disposing)!), descriptor.Lifetime);
    }

    private ServiceDescriptor OfClass(ServiceDescriptor descriptor, ServiceBinding binding)
    {
        var service = descriptor.ServiceType;
        var type = ClassOf(descriptor)!;
        if (!descriptor.IsKeyedService)
        {
            // A registration less, which is most of what a bound service costs a start.
            if (binding is PlainServiceBinding plain && binding.Type == type)
                return new(service, _ => _decoration.Bind(service, plain.Make(), Leaving)!, descriptor.Lifetime);
            var inner = new InnerKey(service);
            // Under its own type: whoever asks for all keyed services of the interface is not to get it.
            _services.Add(new(type, inner, type, descriptor.Lifetime));
            return new(service, provider => ServicesBeingMade.Make(service, provider, one => _decoration.Bind(service, InnerKey.Get(one, type, inner), Leaving)!), descriptor.Lifetime);
        }

        // A class may ask for the key that it is registered under, and one registration may stand for every key: it is made here, and disposed of by its decorator.
        var asksForKey = type.GetConstructors().Any(static one => one.GetParameters().Any(static parameter => parameter.IsDefined(typeof(ServiceKeyAttribute), inherit: false)));
        return new(
            service, descriptor.ServiceKey,
            (provider, key) => _decoration.Bind(service, asksForKey && key is not null ? ActivatorUtilities.CreateInstance(provider, type, key) : ActivatorUtilities.CreateInstance(provider, type), _disposing)!,
            descriptor.Lifetime);
    }

    private ServiceDescriptor OfOpenClass(ServiceDescriptor descriptor, ServiceBinding binding)
    {
        var type = ClassOf(descriptor)!;
        _services.TryAddTransient(typeof(BoundInner<,>), typeof(KeyedInner<,>));
        _services.Add(new(type, new OpenInnerKey(descriptor.ServiceType), type, descriptor.Lifetime));
        return new(descriptor.ServiceType, binding.OpenServices[descriptor.ServiceType].Type, descriptor.Lifetime);
    }

    private sealed record Problem(ServiceDescriptor Descriptor, Type Type, string Words);
}
