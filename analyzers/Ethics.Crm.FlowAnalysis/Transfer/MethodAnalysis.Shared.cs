using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Objects that lie in static members which are not followed: what comes into them, and what is found in them.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>The object that a static member of the program holds which is not followed; nothing where it holds a simple value.</summary>
    private FlowValue Shared(IOperation operation, ISymbol member, ITypeSymbol? type)
        => IsFromElsewhere(member) || Known.IsSimple(type) || type is null
            ? FlowValue.None
            : FlowValue.Of(Holder(operation, member, type));

    /// <summary>What lies in an object of which a static member holds the whole: it is found by whoever finds that.</summary>
    private FlowValue SharedPart(IOperation part, FlowValue owner, FlowValue value) => SharedPart(part, part.Type, owner, value);

    /// <summary>The same of the elements of a collection that code of the framework goes through.</summary>
    private FlowValue SharedElement(IOperation call, FlowValue owner, ITypeSymbol? collection, FlowValue element) => !shares ? element : collection switch
    {
        IArrayTypeSymbol { ElementType: var type } => SharedPart(call, type, owner, element),
        INamedTypeSymbol { TypeArguments: [.., var type] } => SharedPart(call, type, owner, element),
        _ => element,
    };

    private FlowValue SharedPart(IOperation part, ITypeSymbol? type, FlowValue owner, FlowValue value)
    {
        if (shares && value.Objects.IsEmpty && !Known.IsSimple(type) && owner.Objects.OfType<MadeObject>().Where(static one => one.Shared is not null).OrderBy(static one => one.Shared, StringComparer.Ordinal).FirstOrDefault() is { } whole)
        {
            return value.And(FlowValue.Of(new MadeObject(part.Syntax, null) { Part = "static", SeenAs = type, IsMany = true, Shared = whole.Shared, Keeper = whole.Keeper }));
        }

        return value;
    }

    /// <summary>The same of what code of the framework takes out of it.</summary>
    private FlowValue SharedPart(IOperation call, FlowValue owner, FlowValue[] values, FlowValue value)
        => shares && value.Objects.IsEmpty ? SharedPart(call, values.Aggregate(owner, static (all, one) => all.And(one)), value) : value;

    private MadeObject Holder(IOperation operation, ISymbol member, ITypeSymbol? type)
    {
        shares = true;
        return new(operation.Syntax, null) { Part = "static", SeenAs = type, IsMany = true, Shared = $"the static '{SymbolNames.Display(member)}'", Keeper = member };
    }

    /// <summary>Looks at what a body has put into objects that lie where they are not followed.</summary>
    private void LoseShared(Store end)
    {
        foreach (var holder in end.Heap.Objects.OfType<MadeObject>().Where(static one => one.Shared is not null))
        {
            foreach (var part in end.Heap.PartsOf(holder))
            {
                // Code that nobody knows keeps what it is given in a collection, and seldom in anything else.
                if (part.Key == Segment.Unknown && !Known.IsCollection(holder.SeenAs) && !Known.IsKeeper(holder.SeenAs))
                {
                    continue;
                }

                if (holder.Keeper is { } member)
                {
                    Enter(member, holder.Call ?? holder.Site, end.Deep(part.Value).Taints);
                }
                else
                {
                    Lose(holder.Call ?? holder.Site, end.Deep(part.Value), holder.Shared!);
                }
            }
        }

        foreach (var found in end.Heap.Objects.OfType<MadeObject>().Where(static one => one.Part == ServicePart || one.ResolvedAs is not null))
        {
            foreach (var part in end.Heap.PartsOf(found))
            {
                if (part.Key != Segment.Unknown)
                {
                    Enter(found.SeenAs!, found.Call ?? found.Site, end.Deep(part.Value).Taints);
                }
            }
        }

        foreach (var (member, syntax, value) in kept)
        {
            Enter(member, syntax, end.Deep(value).Taints);
            if (solver.Statics.IsAny && end.Heap.ReachedFrom(value.Objects).Overlaps(end.Heap.ReachedFrom(end.Heap.Objects.Where(static one => one is InputObject { IsWaiting: true }))))
            {
                // An object that another member holds which is followed.
                solver.Statics.Enter(member);
            }
        }
    }
}
