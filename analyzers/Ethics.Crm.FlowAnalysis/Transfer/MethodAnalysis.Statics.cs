using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Static members: what lies in them everybody finds, so what is put there is told and not followed.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Whether anything that a static member holds may have been met: nothing is looked for elsewhere.</summary>
    private bool shares;

    /// <summary>The object that a static member of the program holds; nothing where it holds a simple value or a function.</summary>
    private FlowValue Shared(IOperation operation, ISymbol member, ITypeSymbol? type)
        => IsFromElsewhere(member) || Known.IsSimple(type) || type is null or { TypeKind: TypeKind.Delegate }
            ? FlowValue.None
            : FlowValue.Of(Holder(operation, member, type));

    /// <summary>What lies in an object of which a static member holds the whole: it is found by whoever finds that.</summary>
    private FlowValue SharedPart(IOperation part, FlowValue owner, FlowValue value)
    {
        if (shares && value.Objects.IsEmpty && !Known.IsSimple(part.Type) && owner.Objects.Select(static one => (one as MadeObject)?.Shared).OfType<string>().OrderBy(static name => name, StringComparer.Ordinal).FirstOrDefault() is { } name)
        {
            return value.And(FlowValue.Of(new MadeObject(part.Syntax, null) { Part = "static", SeenAs = part.Type, IsMany = true, Shared = name }));
        }

        return value;
    }

    private MadeObject Holder(IOperation operation, ISymbol member, ITypeSymbol? type)
    {
        shares = true;
        return new(operation.Syntax, null) { Part = "static", SeenAs = type, IsMany = true, Shared = $"the static '{SymbolNames.Display(member)}'" };
    }

    /// <summary>A member of a collection that only looks whether, or where, something is in it, or takes it out.</summary>
    private static bool OnlyAsks(IMethodSymbol method)
        => method.Name is "Contains" or "ContainsKey" or "ContainsValue" or "IndexOf" or "LastIndexOf" or "BinarySearch" or "Remove" or "TryRemove" or "TryGetValue" or "TryGetKey"
            or "SetEquals" or "Overlaps" or "IsSubsetOf" or "IsSupersetOf" or "IsProperSubsetOf" or "IsProperSupersetOf" or "ExceptWith" or "IntersectWith"
        && Known.IsCollection(method.ContainingType) && !Known.IsBuilder(method.ContainingType);

    /// <summary>Tells what a body has put into objects that static members hold.</summary>
    private void LoseShared(Store end)
    {
        foreach (var holder in end.Heap.Objects.OfType<MadeObject>().Where(static one => one.Shared is not null))
        {
            foreach (var part in end.Heap.PartsOf(holder))
            {
                // Code that nobody knows keeps what it is given in a collection, and seldom in anything else.
                if (part.Key != Segment.Unknown || Known.IsCollection(holder.SeenAs))
                {
                    Lose(holder.Call ?? holder.Site, end.Deep(part.Value), holder.Shared!);
                }
            }
        }
    }
}
