using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>When a use of a member has to do with what containers are told.</summary>
[Flags]
internal enum RegistrationConcern
{
    None = 0,

    Always = 1,

    /// <summary>Where it belongs to a collection of registrations.</summary>
    OfCollection = 2,

    /// <summary>Where it names types of the program.</summary>
    TypeArguments = 4,

    /// <summary>Where it is handed a type or the collection.</summary>
    Arguments = 8,

    /// <summary>Where it is set.</summary>
    Target = 16,
}

/// <summary>Tells, once for each member of other assemblies, whether its uses have to do with containers: nearly none has.</summary>
internal static class RegistrationConcerns
{
    public static RegistrationConcern Of(ISymbol definition) => definition switch
    {
        IPropertySymbol { IsIndexer: true } => RegistrationConcern.OfCollection,
        IPropertySymbol property => ContainerCalls.IsCollection(property.Type) ? RegistrationConcern.Target : RegistrationConcern.None,
        IFieldSymbol field => ContainerCalls.IsCollection(field.Type) ? RegistrationConcern.Target : RegistrationConcern.None,
        IMethodSymbol method => Of(method),
        _ => RegistrationConcern.None,
    };

    public static bool Holds(RegistrationConcern concern, ISymbol member, IOperation operation, IAssemblySymbol program)
        => concern.HasFlag(RegistrationConcern.Always)
            || (concern.HasFlag(RegistrationConcern.OfCollection) && ContainerCalls.IsCollection(member.ContainingType))
            || (concern.HasFlag(RegistrationConcern.Target) && operation.Parent is IAssignmentOperation assignment && assignment.Target == operation)
            || (concern.HasFlag(RegistrationConcern.TypeArguments) && ContainerCalls.TypesNamedBy((IMethodSymbol)member).Any(type => IsOfProgram(type, program)))
            || (concern.HasFlag(RegistrationConcern.Arguments) && ArgumentsOf(operation).Any(static argument => MayRegister(argument.Value)));

    private static RegistrationConcern Of(IMethodSymbol method)
    {
        var isMade = method.MethodKind == MethodKind.Constructor;
        if (method.ContainingType?.Name == ContainerCalls.Descriptor)
        {
            return method.IsStatic || isMade ? RegistrationConcern.Always : RegistrationConcern.None;
        }

        if (ContainerCalls.IsMaking(method) || ContainerCalls.IsOfOtherCollection(method))
        {
            return RegistrationConcern.Always;
        }

        if (method.Name is "Remove" or "RemoveAt" or "Clear")
        {
            return RegistrationConcern.OfCollection;
        }

        if (method.Parameters.Any(static parameter => ContainerCalls.IsCollection(parameter.Type)))
        {
            return RegistrationConcern.Always;
        }

        var isFramework = ContainerCalls.IsOfFramework(method);
        if (isFramework && !ContainerCalls.IsRegisteringByName(method))
        {
            return RegistrationConcern.None;
        }

        var concern = method.IsGenericMethod || ((isMade || method.IsStatic) && method.ContainingType?.IsGenericType == true) ? RegistrationConcern.TypeArguments : RegistrationConcern.None;
        return method.Parameters.Any(parameter => ContainerCalls.IsReflected(parameter.Type) || (!isFramework && IsAnything(parameter.Type))) ? concern | RegistrationConcern.Arguments : concern;
    }

    private static bool IsAnything(ITypeSymbol type) => type is { SpecialType: SpecialType.System_Object } or ITypeParameterSymbol || (type is IArrayTypeSymbol array && IsAnything(array.ElementType));

    private static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.Arguments,
        IObjectCreationOperation made => made.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    private static bool MayRegister(IOperation value)
        => Conversions.Through(value) is var inner && (ContainerCalls.IsCollection(inner.Type) || ContainerCalls.Named(inner) is null or { Count: > 0 });

    private static bool IsOfProgram(ITypeSymbol type, IAssemblySymbol program) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOfProgram(array.ElementType, program),
        INamedTypeSymbol named => SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, program) || named.TypeArguments.Any(argument => IsOfProgram(argument, program)),
        _ => false,
    };
}
