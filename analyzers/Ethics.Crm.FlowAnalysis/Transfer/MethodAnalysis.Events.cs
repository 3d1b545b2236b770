using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Events: a part of an object, or a static member, that holds the delegates of those who listen.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Those who listen when the event is raised.</summary>
    private FlowValue Handlers(IEventReferenceOperation raised)
    {
        if (raised.Instance is null)
        {
            return InHand(raised, Static(raised, raised.Event, raised.Type));
        }

        var owner = Evaluate(raised.Instance);
        return store.Read(owner, Segment.Of(raised.Event));
    }

    /// <summary>Who has begun to listen does so until the same method takes it away again.</summary>
    private FlowValue Subscribe(IEventAssignmentOperation subscription)
    {
        if (subscription.EventReference is not IEventReferenceOperation { Event: var listened } reference)
        {
            return Discarded(subscription);
        }

        if ((subscription.Adds ? listened.AddMethod : listened.RemoveMethod) is { } accessor && (solver.HasBody(accessor) || (!IsFromElsewhere(listened) && IsOpen(accessor))))
        {
            CallOf(subscription, accessor, reference.Instance, [subscription.HandlerValue]);
            if (!IsKeptBySomebody(accessor, reference))
            {
                return FlowValue.None;
            }
        }

        var handler = Evaluate(subscription.HandlerValue);
        if (subscription.Adds)
        {
            KeepFunctions(listened, handler);
        }

        if (reference.Instance is null)
        {
            if (subscription.Adds)
            {
                CountAgain(FlowValue.Of(StaticsOf(listened.ContainingType)), Segment.Of(listened), handler);
                AssignStatic(reference, listened, handler, true);
            }
            else if (solver.Statics.IsFollowed(listened) && IsOneType(listened.ContainingType))
            {
                TakeAway(StaticsOf(listened.ContainingType), Segment.Of(listened), handler);
            }

            return FlowValue.None;
        }

        var owner = Evaluate(reference.Instance);
        if (subscription.Adds)
        {
            CountAgain(owner, Segment.Of(listened), handler);
            PutWeakly(owner, Segment.Of(listened), handler);
        }
        else if (owner.Objects.Count == 1)
        {
            TakeAway(owner.Objects[0], Segment.Of(listened), handler);
        }

        return FlowValue.None;
    }

    /// <summary>Whether a class behind the interface or base keeps those who listen as the compiler does, without a word of its own.</summary>
    private bool IsKeptBySomebody(IMethodSymbol accessor, IEventReferenceOperation reference)
        => !solver.HasBody(accessor) && reference.Instance is { } instance
            && solver.Targets.Of(accessor, true, default, Through(instance).Type, FlowValue.None).Any(target => !target.IsAbstract && !solver.HasBody(target));
}
