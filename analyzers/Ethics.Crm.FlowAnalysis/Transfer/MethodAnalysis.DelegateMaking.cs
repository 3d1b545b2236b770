using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Where delegates are made: objects that know what runs, and on what.</summary>
internal sealed partial class MethodAnalysis
{
    private FlowValue Delegate(IMethodReferenceOperation reference)
    {
        if (reference is { Method.MethodKind: MethodKind.DelegateInvoke, Instance: { } called })
        {
            return Evaluate(called);
        }

        var yields = MethodGroup(reference, FlowValue.None);
        if (!IsKept(reference))
        {
            return yields;
        }

        var target = reference.Method.ReducedFrom ?? reference.Method;
        var made = new MadeObject(reference.Syntax, null) { Part = FunctionPart, Type = TypeOf(reference), Function = target, IsOfBase = !reference.IsVirtual };
        if (reference.Instance is not null)
        {
            Write(made, Segment.Receiver, Evaluate(reference.Instance), false);
        }
        else if (Extended(reference) is { IsNone: false } extended)
        {
            Write(made, Segment.Receiver, extended, false);
        }

        if (target.MethodKind == MethodKind.LocalFunction && nested.GraphOf(target.OriginalDefinition) is { } body)
        {
            Enclose(target.OriginalDefinition, body, made);
        }

        return yields.And(FlowValue.Of(made));
    }

    private FlowValue Delegate(IFlowAnonymousFunctionOperation lambda)
    {
        var yields = Lambda(lambda);
        if (!IsKept(lambda))
        {
            return yields;
        }

        var made = new MadeObject(lambda.Syntax, null) { Part = FunctionPart, Type = TypeOf(lambda), Function = lambda.Symbol };
        Enclose(lambda.Symbol, graph.Body.GetAnonymousFunctionControlFlowGraph(lambda, cancellationToken), made);
        return yields.And(FlowValue.Of(made));
    }

    private static ITypeSymbol? TypeOf(IOperation function) => function.Parent is IDelegateCreationOperation { Type: { } type } ? type : null;

    /// <summary>What code outside of the program is handed runs there, and is looked at where it is handed over: most lambdas are of this kind. A collection keeps what it is handed, as does whatever takes values of any type, and an object that is made with a function to which somebody may hand something later.</summary>
    private bool IsKept(IOperation function)
    {
        var use = function.Parent;
        while (use is IDelegateCreationOperation or IConversionOperation)
        {
            use = use.Parent;
        }

        return use is not IArgumentOperation { Parent: { } call, Parameter: var parameter } || IsTakenAsValue(parameter) || call switch
        {
            IInvocationOperation { TargetMethod: var called } => !IsFromElsewhere(called) || called.MethodKind == MethodKind.DelegateInvoke || called.ContainingType.SpecialType == SpecialType.System_Delegate || (Known.IsCollection(called.ContainingType) && !IsFunction(parameter?.Type)),
            IObjectCreationOperation { Constructor: { } made } => !IsFromElsewhere(made) || MayBeCalledLater(parameter?.Type),
            _ => true,
        };
    }
}
