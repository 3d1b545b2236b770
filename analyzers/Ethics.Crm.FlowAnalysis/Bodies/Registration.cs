using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>How a registration stands to those before it.</summary>
internal enum RegistrationWay
{
    /// <summary>The last one counts for whoever asks for one.</summary>
    Add,

    /// <summary>Counts where there is none yet.</summary>
    Try,

    /// <summary>Stands among the others, at a place that is not known.</summary>
    Beside,

    /// <summary>Takes out all before it, and registers nothing itself.</summary>
    Remove,
}

internal enum ServiceLifetime
{
    Unknown,
    Transient,
    Shared,
}

/// <summary>What a container is told to hand out for a type.</summary>
/// <param name="Service">The type that is asked for; of a generic one that stands for all its forms the definition.</param>
/// <param name="Key">Null without key; <see cref="AnyKey"/> where it is not constant.</param>
/// <param name="Classes">The classes, as they are defined, of which one is handed out. Null where that is not known.</param>
/// <param name="Forwards">What is asked of the container to hand that out: another service, and its key.</param>
/// <param name="IsMadeByContainer">Whether the container makes the object, by the class alone.</param>
/// <param name="Call">The call that tells the collection so. Null where its place among the others is not known.</param>
internal sealed record Registration(
    INamedTypeSymbol Service, string? Key, IReadOnlyList<INamedTypeSymbol>? Classes, IReadOnlyList<(INamedTypeSymbol Service, string? Key)> Forwards, ServiceLifetime Lifetime, RegistrationWay Way, bool IsMadeByContainer, IInvocationOperation? Call)
{
    public const string AnyKey = "?";

    public bool IsOpen => Service.IsGenericType && SymbolEqualityComparer.Default.Equals(Service, Service.OriginalDefinition);

    /// <summary>Whether it is for one form of a generic type, which only the caller of the method knows that registers it: <c>AddSingleton&lt;IRepo&lt;T&gt;, Repo&lt;T&gt;&gt;()</c>.</summary>
    public bool IsOfSomeForm => !IsOpen && ContainerCalls.HasTypeParameter(Service);

    /// <summary>A key as text, so that keys of different types are different.</summary>
    public static string? KeyOf(object? value, ITypeSymbol? type) => value is null ? null : type?.ToDisplayString() + ":" + value;
}
