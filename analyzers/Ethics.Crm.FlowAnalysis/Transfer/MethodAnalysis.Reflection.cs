using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Methods that are found by a constant name on a type that is named, and called by reflection: they are functions as any other.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Null for a member of which nothing is known here.</summary>
    private FlowValue? Reflected(IOperation operation, IMethodSymbol target, FlowValue owner, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        if (target.Name is "SetValue" or "GetValue" && operation is IInvocationOperation member)
        {
            return FoundMember(member, target, values);
        }

        if (target is { Name: "InvokeMember", ContainingType: { Name: "Type", ContainingNamespace.Name: "System" } } && values.Length > 4)
        {
            Lose(operation.Syntax, store.Deep(values[4]), "a method that reflection calls");
            return null;
        }

        if (target is not { Name: ReflectedMethods.Finder or "Invoke", ContainingType: { Name: "Type" or "MethodBase" or "MethodInfo", ContainingNamespace.Name: "System" or "Reflection" } } || operation is not IInvocationOperation call)
        {
            return null;
        }

        if (target.Name == ReflectedMethods.Finder)
        {
            return ReflectedMethods.Of(bodies.OperationAt(call.Syntax, cancellationToken) as IInvocationOperation ?? call) is { } method
                ? FlowValue.Of(new MadeObject(operation.Syntax, null) { Part = FunctionPart, Function = method })
                : null;
        }

        var functions = Functions(owner).ToArray();
        var isWholeKnown = functions.Length > 0 && functions.Length == owner.Objects.Count && values.Length == 2;
        if (!isWholeKnown)
        {
            Lose(operation.Syntax, values.Aggregate(FlowValue.None, (all, value) => all.And(store.Deep(value))), "a method that reflection calls");
        }

        if (functions.Length == 0 || values.Length != 2)
        {
            return null;
        }

        // Of one that is not known, what goes in may come out.
        var result = isWholeKnown ? FlowValue.None : store.Deep(values[1]);
        foreach (var function in functions)
        {
            if (!function.Function!.IsStatic)
            {
                Write(function, Segment.Receiver, values[0], false);
            }

            var given = function.Function.Parameters.Select((_, place) => store.Read(values[1], Segment.At(place))).ToArray();
            result = result.And(RunWith(operation, FlowValue.Of(function), given, [.. given.Select(_ => new GivenArgument(null, arguments[1].Value))]));
        }

        return result;
    }
}
