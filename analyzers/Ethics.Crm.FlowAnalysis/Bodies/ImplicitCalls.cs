using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>Methods that the compiler calls, and that hand back nothing which could be a labelled value: they take objects apart, close them, and ask whether there is more.</summary>
internal static class ImplicitCalls
{
    /// <summary>Kinds that <see cref="Endpoints.Reads.LabelledReads"/> has no use for.</summary>
    public static readonly OperationKind[] Kinds = [OperationKind.Using, OperationKind.UsingDeclaration];

    public static IEnumerable<IMethodSymbol> In(IOperation operation) => operation.Kind switch
    {
        OperationKind.DeconstructionAssignment when operation is { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model } => Methods(model.GetDeconstructionInfo(syntax)),
        OperationKind.Loop when operation is IForEachLoopOperation loop => InLoop(loop),
        OperationKind.RecursivePattern when operation is IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol method } => [method],
        OperationKind.Using when operation is IUsingOperation { Resources: IVariableDeclarationGroupOperation declared } whole => Closing(declared, whole.IsAsynchronous),
        OperationKind.Using when operation is IUsingOperation whole => Closing(Awaited(whole.Resources).Type, whole.IsAsynchronous),
        OperationKind.UsingDeclaration when operation is IUsingDeclarationOperation whole => Closing(whole.DeclarationGroup, whole.IsAsynchronous),
        OperationKind.Await when operation is IAwaitOperation awaiting => Awaiting(awaiting),
        _ => [],
    };

    /// <summary>What decides after the first of two conditions of the program whether the second is asked.</summary>
    public static IEnumerable<IMethodSymbol> Deciding(IBinaryOperation both)
        => both.LeftOperand.Type?.GetMembers(both.OperatorKind == BinaryOperatorKind.ConditionalAnd ? WellKnownMemberNames.FalseOperatorName : WellKnownMemberNames.TrueOperatorName).OfType<IMethodSymbol>() ?? [];

    private static IEnumerable<IMethodSymbol> InLoop(IForEachLoopOperation loop)
    {
        if (loop is { Syntax: ForEachVariableStatementSyntax syntax, SemanticModel: { } model })
        {
            foreach (var method in Methods(model.GetDeconstructionInfo(syntax)))
            {
                yield return method;
            }
        }

        // What the framework hands out goes on as the framework does.
        if (loop is not { Syntax: CommonForEachStatementSyntax whole, SemanticModel: { } asked } || !IsOfProgram(Through(loop.Collection).Type, asked))
        {
            yield break;
        }

        var info = asked.GetForEachStatementInfo(whole);
        if (info.MoveNextMethod is { } next)
        {
            yield return next;
        }

        foreach (var method in Closing(info.GetEnumeratorMethod?.ReturnType, loop.IsAsynchronous))
        {
            yield return method;
        }
    }

    /// <summary>What the program itself makes awaitable is asked whether it is there, told what comes then, and asked for it.</summary>
    private static IEnumerable<IMethodSymbol> Awaiting(IAwaitOperation awaiting)
    {
        if (awaiting is not { SemanticModel: { } model, Operation.Type: { } type } || !IsOfProgram(type, model))
        {
            return [];
        }

        var start = type.GetMembers(WellKnownMemberNames.GetAwaiter).OfType<IMethodSymbol>().Where(static method => method.Parameters.IsEmpty).ToArray();
        return start.Concat(start.SelectMany(static method => AwaiterMembers(method.ReturnType)));
    }

    /// <summary>The members of an awaiter that the compiler uses.</summary>
    public static IEnumerable<IMethodSymbol> AwaiterMembers(ITypeSymbol awaiter)
        => awaiter.GetMembers().OfType<IMethodSymbol>().Where(static method => method.Name is WellKnownMemberNames.GetResult or WellKnownMemberNames.OnCompleted or "UnsafeOnCompleted" or "get_" + WellKnownMemberNames.IsCompleted);

    private static IEnumerable<IMethodSymbol> Methods(DeconstructionInfo info)
    {
        if (info.Method is { } method)
        {
            yield return method.ReducedFrom ?? method;
        }

        foreach (var inner in info.Nested.SelectMany(Methods))
        {
            yield return inner;
        }
    }

    private static IEnumerable<IMethodSymbol> Closing(IVariableDeclarationGroupOperation group, bool isAsynchronous)
        => group.Declarations.SelectMany(static declaration => declaration.Declarators).SelectMany(declarator => Closing(declarator.Initializer is { Value: var value } && Awaited(value) is IOperation closed && closed != Through(value) ? closed.Type : declarator.Symbol.Type, isAsynchronous));

    /// <summary>The method of this name that the compiler finds, or that implements the interface.</summary>
    private static IEnumerable<IMethodSymbol> Closing(ITypeSymbol? type, bool isAsynchronous)
    {
        var name = isAsynchronous ? "DisposeAsync" : "Dispose";
        var contract = isAsynchronous ? "System.IAsyncDisposable." : "System.IDisposable.";
        if (type is ITypeParameterSymbol parameter)
        {
            foreach (var method in parameter.ConstraintTypes.SelectMany(constraint => Closing(constraint, isAsynchronous)))
            {
                yield return method;
            }

            yield break;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var method in current.GetMembers().OfType<IMethodSymbol>().Where(method => method.Parameters.IsEmpty && (method.Name == name || method.Name == contract + name)))
            {
                yield return method;
            }
        }
    }

    /// <summary>What is closed, without what only says where it goes on.</summary>
    private static IOperation Awaited(IOperation resource)
        => Through(resource) is IInvocationOperation { TargetMethod: { Name: "ConfigureAwait", IsExtensionMethod: true }, Arguments: [var first, ..] } ? Through(first.Value) : Through(resource);

    private static bool IsOfProgram(ITypeSymbol? type, SemanticModel model) => SymbolEqualityComparer.Default.Equals(type?.ContainingAssembly, model.Compilation.Assembly);

    private static IOperation Through(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
