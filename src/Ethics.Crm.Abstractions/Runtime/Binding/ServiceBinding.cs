using System.Diagnostics.CodeAnalysis;

namespace Ethics.Crm.Runtime;

/// <summary>How one class or interface is bound.</summary>
internal sealed class ServiceBinding(Type type, bool isDeclared)
{
    /// <summary>The class or interface; the definition of a generic one.</summary>
    public Type Type => type;

    /// <summary>Whether attributes declare its purposes, not only the policy or the assembly.</summary>
    public bool IsDeclared => isDeclared;

    public Func<object, BoundOwner, object>? Bind { get; init; }

    /// <summary>Makes one as a container would, for which it then need not know the class; null where a container has to.</summary>
    public Func<object>? Make { get; init; }

    /// <summary>Of an open generic one.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
    public Type? Decorator { get; init; }

    public Dictionary<Type, OpenDecorator> OpenServices { get; } = [];

    /// <summary>Null when it is no background service.</summary>
    public string[]? Background { get; set; }

    /// <summary>Why it cannot be bound; null when it can.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Of a class some interfaces of which its decorator lacks: that decorator, and why.</summary>
    public (Type Decorator, string Because)? Lacking { get; set; }

    /// <summary>Why it cannot be bound as this service; null when it can, as far as is known before it is.</summary>
    public string? ObstacleFor(Type service) => Obstacle ?? (Lacking is { } lacking && !IsOf(lacking.Decorator, service) ? lacking.Because : null);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "An interface that a service is registered as is there.")]
    private static bool IsOf(Type decorator, Type service) =>
        service.IsAssignableFrom(decorator)
        || (service.IsGenericType && Array.Exists(decorator.GetInterfaces(), one => one.IsGenericType && one.GetGenericTypeDefinition() == service.GetGenericTypeDefinition()));
}

/// <summary>A decorator that the container makes.</summary>
internal sealed class OpenDecorator([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type)
{
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
    public Type Type => type;
}
