using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>
/// What functions leave in objects that they are called with: steps of a mapper, a pipeline, a validator. Where the function is known it runs, and it lies there. Where only callers know it, the object remembers
/// which function has had it, and what is read out of it speaks of what that function leaves.
/// </summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Objects are handed to functions of which only callers know.</summary>
    /// <param name="place">For which of its parameters.</param>
    private void LeaveIn(FlowValue functions, int place, GivenArgument argument, FlowValue value)
    {
        if (value.Objects.IsEmpty || !MayBeWritten(argument.Parameter?.Type ?? argument.Value.Type, argument.Value))
        {
            return;
        }

        foreach (var one in functions.Objects)
        {
            if (one is not InputObject function || !IsCallable(function))
            {
                continue;
            }

            // Of a function that another one has left somewhere, what it leaves is not told apart.
            var left = FlowValue.Of(new InputObject(function.Input, function.Path.Then(Segment.LeftIn(place)) ?? function.Path.WithEverything()));
            foreach (var handed in value.Objects)
            {
                if (!IsFunction(handed) && !handed.Equals(function))
                {
                    Write(handed, Segment.Left, left, false);
                }
            }
        }
    }

    /// <summary>Whether a function can leave something in what it is handed as this type. Who listens to an event is handed the one who raises it as an object, and leaves nothing there.</summary>
    private static bool MayBeWritten(ITypeSymbol? type, IOperation argument)
        => type is { IsValueType: false } && !Known.IsSimple(type) && !IsFunction(type) && !(type.SpecialType == SpecialType.System_Object && Made(argument) is IInstanceReferenceOperation);

    /// <summary>What is known behind the functions that a method calls which are known here. Null where the method asks for nothing that they leave.</summary>
    private Store? LeftBehind(Substitution call, MethodSummary summary, IOperation operation)
    {
        if (!summary.AsksWhatIsLeft || !summary.Heap.Objects.Any(one => one is InputObject && summary.Heap.PartsOf(one).Any(static part => Segment.IsArgument(part.Key)) && call.Objects(one).Any(static known => known is MadeObject)))
        {
            return null;
        }

        var before = store;
        Leave(call, summary, operation);
        if (summary.Heap.Objects.Any(static one => one is InputObject { Path.IsLeft: true }))
        {
            // Functions that other functions have put where they are called.
            (var first, store) = (store, before);
            Leave(call.Behind(first), summary, operation);
        }

        (var behind, store) = (store, before);
        return behind;
    }

    /// <summary>Of the functions that have had an object, those that are known have run, and what they left lies in it.</summary>
    private static FlowValue OfFunctionsUnseen(FlowValue left) => left.Unlabelled().Where(static one => one is InputObject { Path.IsLeft: true });
}
