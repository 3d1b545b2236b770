using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Ethics.Crm.Runtime;

/// <summary>How one class or interface is bound.</summary>
internal class ServiceBinding(Type type, bool isDeclared)
{
#if NET8_0_OR_GREATER
    private ConstructorInvoker? _constructor;
#else
    private ConstructorInfo? _constructor;
#endif

    /// <summary>The class or interface; the definition of a generic one.</summary>
    public Type Type => type;

    /// <summary>Whether attributes declare its purposes, not only the policy or the assembly.</summary>
    public bool IsDeclared => isDeclared;

    /// <summary>That of an open generic one has its type parameters. Null where there is none.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
    public Type? Decorator { get; init; }

    public Dictionary<Type, OpenDecorator> OpenServices { get; } = [];

    /// <summary>Null when it is no background service.</summary>
    public string[]? Background { get; set; }

    /// <summary>Why it cannot be bound; null when it can.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Of a class some interfaces of which its decorator lacks: that decorator, and why.</summary>
    public (Type Decorator, string Because)? Lacking { get; set; }

    /// <summary>Puts the decorator before a service of a type that is not generic.</summary>
    /// <remarks>By its constructor, of which nothing is compiled but itself: a program has hundreds of decorators and makes most of them once, and a function that makes one would be compiled for that.</remarks>
    public object Bind(object inner, BoundOwner owner) =>
#if NET8_0_OR_GREATER
        (_constructor ??= ConstructorInvoker.Create(Decorator!.GetConstructors()[0])).Invoke(inner, owner);
#else
        (_constructor ??= Decorator!.GetConstructors()[0]).Invoke([inner, owner]);
#endif

    /// <summary>Why it cannot be bound as this service; null when it can, as far as is known before it is.</summary>
    public string? ObstacleFor(Type service) => Obstacle ?? (Lacking is { } lacking && !IsOf(lacking.Decorator, service) ? lacking.Because : null);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "An interface that a service is registered as is there.")]
    private static bool IsOf(Type decorator, Type service) =>
        service.IsAssignableFrom(decorator)
        || (service.IsGenericType && Array.Exists(decorator.GetInterfaces(), one => one.IsGenericType && one.GetGenericTypeDefinition() == service.GetGenericTypeDefinition()));
}

/// <summary>How a class is bound that is made as a container would make it, for which that then need not know the class.</summary>
internal sealed class PlainServiceBinding([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] Type type, bool isDeclared) : ServiceBinding(type, isDeclared)
{
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
    private Type Class { get; } = type;

    public object Make()
    {
        try
        {
            return Activator.CreateInstance(Class)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is { } thrown)
        {
            // As the container hands it on.
            ExceptionDispatchInfo.Capture(thrown).Throw();
            throw;
        }
    }
}

/// <summary>A decorator that the container makes.</summary>
internal sealed class OpenDecorator([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type)
{
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
    public Type Type => type;
}
