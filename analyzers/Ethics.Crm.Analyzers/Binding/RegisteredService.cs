using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Binding;

/// <summary>A registration of a class whose attributes declare purposes.</summary>
/// <param name="Contract">The only interface by which it could be registered; null when there is none, or more than one.</param>
/// <param name="IsGeneric">Whether the class is named by a type argument.</param>
internal sealed record RegisteredService(INamedTypeSymbol Class, bool IsRegisteredAsClass, ImmutableArray<string> Purposes, INamedTypeSymbol? Contract, bool IsGeneric, Location Place)
{
    // Registers a class as IHostedService, which can be bound.
    private const string Hosted = "AddHostedService";

    private static readonly string[] Lifetimes = ["Singleton", "Scoped", "Transient"];

    // What a web framework makes for each request is bound where the request arrives.
    private static readonly string[] BoundElsewhere = ["ControllerBase", "Hub", "PageModel", "PageBase"];

    /// <summary>Null for every other call.</summary>
    public static RegisteredService? Of(IInvocationOperation call, PurposeContext purposes)
    {
        var method = call.TargetMethod;
        if (!IsRegistering(method) || TypesOf(call).ToList() is not [{ } service, ..] types || types[types.Count - 1] is not { TypeKind: TypeKind.Class } made || IsBoundElsewhere(made))
        {
            return null;
        }

        return PurposesOf(made, purposes) is { } names
            ? new(made, service.TypeKind == TypeKind.Class && method.Name != Hosted, names, OnlyContract(made), method.TypeArguments.Length == 1, OperationNames.NameOf(call.Syntax).GetLocation())
            : null;
    }

    /// <summary>The types that a call names, by type arguments or else by <c>typeof</c>.</summary>
    public static IEnumerable<INamedTypeSymbol> TypesOf(IInvocationOperation call)
        => call.TargetMethod.TypeArguments.IsEmpty
            ? call.Arguments.Select(static argument => (argument.Value as ITypeOfOperation)?.TypeOperand).OfType<INamedTypeSymbol>()
            : call.TargetMethod.TypeArguments.OfType<INamedTypeSymbol>();

    private static bool IsRegistering(IMethodSymbol method)
        => method.IsExtensionMethod && ContainerCalls.IsOfFramework(method) && (method.Name == Hosted || IsRegisteringByLifetime(method));

    private static bool IsRegisteringByLifetime(IMethodSymbol method)
        => (method.Name.StartsWith("Add", StringComparison.Ordinal) || method.Name.StartsWith("TryAdd", StringComparison.Ordinal))
            && Array.Exists(Lifetimes, lifetime => method.Name.EndsWith(lifetime, StringComparison.Ordinal))
            // What a function or the caller makes is known when it is made.
            && (method.ReducedFrom ?? method).Parameters.All(static parameter => parameter.Type is { TypeKind: not TypeKind.Delegate });

    private static ImmutableArray<string>? PurposesOf(INamedTypeSymbol type, PurposeContext purposes)
    {
        if (purposes.Code.DeclaredFor(type) is { } own)
        {
            return own;
        }

        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: not Accessibility.Private } && purposes.Code.DeclaredFor(member) is { } names)
            {
                return names;
            }
        }

        return null;
    }

    private static INamedTypeSymbol? OnlyContract(INamedTypeSymbol type)
    {
        var contracts = type.Interfaces.Where(static contract => !SymbolNames.FullName(contract).StartsWith("System.", StringComparison.Ordinal)).ToList();
        return contracts.Count == 1 ? contracts[0] : null;
    }

    private static bool IsBoundElsewhere(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (Array.IndexOf(BoundElsewhere, current.Name) >= 0 && ContainerCalls.IsOfFramework(current))
            {
                return true;
            }
        }

        return false;
    }
}
