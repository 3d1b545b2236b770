using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>What methods of libraries may register that do not define what registering means.</summary>
internal sealed partial class RegistrationReader
{
    /// <summary>A method of a library that does not define what registering means. What it is handed with the collection it may register for anything; what it only names, for what that has.</summary>
    private void ReadElsewhere(IOperation call, IMethodSymbol target, IReadOnlyList<IArgumentOperation> arguments)
    {
        if (!ContainerCalls.IsOfFramework(target) && arguments.Any(IsOfCollection))
        {
            // Alone, what it registers are its own classes, or what it finds in the program for its own contracts. An object that has the collection may be told more.
            IsAnythingPossibleElsewhere = true;
            IsAnythingPossible |= !target.TypeArguments.IsEmpty || IsKept(call, target) || !arguments.All(static argument => IsOfCollection(argument) || Transfer.Known.IsSimple(argument.Value.Type));
            return;
        }

        NameElsewhere(target);
        if (!ContainerCalls.IsOfFramework(target) && arguments.Any(static argument => IsObject(argument.Value)))
        {
            // It may make objects of what it names with what it is handed: new Mock<Letter>(new Book()).
            madeByName.UnionWith(ContainerCalls.TypesNamedBy(target).Concat(arguments.SelectMany(static argument => ContainerCalls.Named(argument.Value) ?? [])).OfType<INamedTypeSymbol>().Select(static type => type.OriginalDefinition));
        }

        foreach (var argument in arguments)
        {
            if (ContainerCalls.Named(argument.Value) is not { } types)
            {
                IsAnythingPossible |= !ContainerCalls.IsOfFramework(target);
                continue;
            }

            foreach (var type in types)
            {
                NameElsewhere(type);
            }
        }
    }

    /// <summary>Whether a constructor may be handed it: an object, or several in one.</summary>
    private static bool IsObject(IOperation value) => Conversions.Through(value) switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.Any(IsObject),
        IArrayCreationOperation or ITypeOfOperation or { ConstantValue.HasValue: true } or IDelegateCreationOperation or IAnonymousFunctionOperation => false,
        var inner => !Transfer.Known.IsSimple(inner.Type) && inner.Type?.TypeKind != TypeKind.Delegate && !ContainerCalls.IsReflected(inner.Type),
    };

    private void NameElsewhere(IMethodSymbol target)
    {
        foreach (var type in ContainerCalls.TypesNamedBy(target))
        {
            NameElsewhere(type);
        }

        // A function that takes or hands out what it names works on that; one that only names it says what is to be made.
        var definition = target.OriginalDefinition;
        IsAnythingPossible |= !IsOfProgram(target) && target.TypeArguments.Any(ContainerCalls.HasTypeParameter) && !ContainerCalls.HasTypeParameter(ResultOf(definition)) && !definition.Parameters.Any(static parameter => ContainerCalls.HasTypeParameter(ResultOf(parameter.Type)));
    }

    private static ITypeSymbol? ResultOf(IMethodSymbol definition) => ResultOf(definition.ReturnType);

    /// <summary>The type itself, or what there is many of or comes late.</summary>
    private static ITypeSymbol? ResultOf(ITypeSymbol type) => type is INamedTypeSymbol named && (named.TypeKind == TypeKind.Delegate || !ContainerCalls.IsOfFramework(named)) ? null : type;

    private void NameElsewhere(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            NameElsewhere(array.ElementType);
        }
        else if (type is INamedTypeSymbol named)
        {
            NamedElsewhere.UnionWith(ContainerCalls.IsOfFramework(named) ? [] : ContractsOf(named));
            foreach (var argument in named.TypeArguments)
            {
                NameElsewhere(argument);
            }
        }
    }

    /// <summary>The type, as it is defined, and what it derives from and implements.</summary>
    private static IEnumerable<INamedTypeSymbol> ContractsOf(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            yield return current.OriginalDefinition;
        }

        foreach (var contract in type.OriginalDefinition.AllInterfaces)
        {
            yield return contract.OriginalDefinition;
        }
    }

    private static bool IsOfCollection(IArgumentOperation argument)
        => ContainerCalls.IsCollection(argument.Parameter?.Type) || ContainerCalls.IsCollection(Conversions.Through(argument.Value).Type);

    /// <summary>Whether somebody goes on with what the call hands out, where that is no collection.</summary>
    private static bool IsKept(IOperation call, IMethodSymbol target)
        => target.MethodKind == MethodKind.Constructor || (!target.ReturnsVoid && !ContainerCalls.IsCollection(target.ReturnType) && !Transfer.Known.IsSimple(target.ReturnType)
            && ContainerCalls.TakerOf(call) is not (IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation }));

    private bool IsOfProgram(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly);
}
