using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Ethics.Crm.Runtime;

/// <summary>For generated code: takes what the assemblies of a program say of their classes that declare purposes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PurposeBindings
{
    private readonly Dictionary<Type, ServiceBinding> _bindings = [];
    private readonly HashSet<Assembly> _unnamed = [];
    private bool _hasOpen;
    private bool _hasInterfaces;

    internal PurposeBindings()
    {
    }

    /// <summary>A class, or an interface with whatever implements it, of which each call is to run for purposes.</summary>
    /// <param name="type">Not an open generic one.</param>
    /// <param name="isDeclared">Whether attributes say so, not only the policy or the assembly: then it may not stay unbound.</param>
    /// <param name="decorator">Takes a service and its owner.</param>
    public void Add(Type type, bool isDeclared, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type decorator)
    {
        _bindings[type] = new(type, isDeclared) { Decorator = decorator };
        _hasInterfaces |= type.IsInterface;
    }

    /// <summary>A class of the same kind, of which a container would know nothing that its assembly does not: its only public constructor takes nothing, and it is not to be disposed of.</summary>
    /// <param name="type">Not an open generic one.</param>
    /// <param name="isDeclared">Whether attributes say so, not only the policy or the assembly.</param>
    /// <param name="decorator">Takes a service and its owner.</param>
    public void AddPlain([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] Type type, bool isDeclared, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type decorator) =>
        _bindings[type] = new PlainServiceBinding(type, isDeclared) { Decorator = decorator };

    /// <summary>The same of an open generic class or interface.</summary>
    /// <param name="type">The generic type definition.</param>
    /// <param name="isDeclared">Whether attributes say so.</param>
    /// <param name="decorator">Takes a service and its owner.</param>
    public void AddOpen(Type type, bool isDeclared, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type decorator)
    {
        _bindings[type] = new(type, isDeclared) { Decorator = decorator };
        _hasOpen = true;
        _hasInterfaces |= type.IsInterface;
    }

    /// <summary>What stands before an open generic class where it is registered as an open generic interface.</summary>
    /// <param name="type">The generic type definition of the class, which has been added.</param>
    /// <param name="service">That of the interface.</param>
    /// <param name="decorator">Takes a <see cref="BoundInner{TService, TImplementation}"/>.</param>
    public void AddOpenService(Type type, Type service, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type decorator) =>
        _bindings[type].OpenServices[service] = new(decorator);

    /// <summary>A class that a host runs in the background, for as long as it runs.</summary>
    /// <param name="type">A class that has been added.</param>
    /// <param name="purposes">What its background work is for; not empty.</param>
    public void AddBackground(Type type, string[] purposes) => _bindings[type].Background = purposes;

    /// <summary>A class that cannot be bound.</summary>
    /// <param name="type">The class.</param>
    /// <param name="isDeclared">Whether attributes say so.</param>
    /// <param name="because">Completes "cannot be bound because …".</param>
    public void AddUnbound(Type type, bool isDeclared, string because)
    {
        _bindings[type] = new(type, isDeclared) { Obstacle = because };
        _hasInterfaces |= type.IsInterface;
        _hasOpen |= type.IsGenericTypeDefinition;
    }

    /// <summary>A class that has been added has interfaces that its decorator lacks.</summary>
    /// <param name="type">The class.</param>
    /// <param name="decorator">Its decorator.</param>
    /// <param name="because">Completes "cannot be bound as one of them because".</param>
    public void AddLacking(Type type, Type decorator, string because) => _bindings[type].Lacking = (decorator, because);

    /// <summary>The assembly has classes that declare purposes and that generated code cannot name.</summary>
    /// <param name="table">Its list.</param>
    public void AddUnnamed(Type table) => _unnamed.Add(table.Assembly);

    /// <summary>Whether something is known of an interface.</summary>
    internal bool HasInterfaces => _hasInterfaces;

    internal IEnumerable<ServiceBinding> All => _bindings.Values;

    internal bool HasUnnamed(Assembly assembly) => _unnamed.Contains(assembly);

    /// <summary>What is known of exactly this type; null when nothing.</summary>
    internal ServiceBinding? Find(Type type) =>
        // What a type is made from is a question to the run time; most assemblies list no generic type.
        _bindings.TryGetValue(type, out var binding) || (_hasOpen && type.IsConstructedGenericType && _bindings.TryGetValue(type.GetGenericTypeDefinition(), out binding)) ? binding : null;
}
