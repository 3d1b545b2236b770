using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>
/// The first and the last element of a list: one that was made with elements keeps its first while others are added, and what was added last is the last. Whatever else changes a list loosens it: from then on
/// its ends may be any of its elements.
/// </summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>The element that an expression takes out of a list, by its place.</summary>
    /// <param name="list">What stands before the bracket.</param>
    private string EndOf(IOperation list, IOperation place) => !Known.IsList(list.Type) ? Segment.Elements
        : graph.Constant(place) is { HasValue: true, Value: 0 } ? Segment.Head
        : place is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var back } && graph.Constant(back) is { HasValue: true, Value: 1 } ? Segment.Last
        : Segment.Elements;

    /// <summary>The element that a question without condition hands out of a list. Null for any other question.</summary>
    private static string? EndOf(IMethodSymbol target, ITypeSymbol? list, int arguments) => arguments != 1 || !Known.IsList(list) || target.ContainingType is not { Name: "Enumerable" } ? null : target.Name switch
    {
        "First" or "FirstOrDefault" => Segment.Head,
        "Last" or "LastOrDefault" => Segment.Last,
        _ => null,
    };

    /// <summary>A list that is made of these elements, one by one.</summary>
    private void Fill(MadeObject list, IReadOnlyList<FlowValue> elements)
    {
        var replaces = graph.IsOnce(list.Site);
        Write(list, Segment.Filled, FlowValue.None, false);
        for (var i = 0; i < elements.Count; i++)
        {
            store = i == 0 ? store : CountTwice(store, list, elements[i]);
            if (i == 0)
            {
                Write(list, Segment.Head, elements[i], replaces);
            }

            Write(list, i == elements.Count - 1 ? Segment.Last : Segment.Later, elements[i], i == elements.Count - 1 && replaces);
        }
    }

    /// <summary>What is added is the last element, and the first one where there may have been none.</summary>
    private void Append(IOperation operation, FlowValue lists, FlowValue value)
    {
        foreach (var one in lists.Objects)
        {
            var replaces = lists.Objects.Count == 1 && IsTheOnly(one);
            store = CountTwice(store, one, value);
            if (one is MadeObject made && IsFirstOf(made, operation))
            {
                Fill(made, [value]);
                continue;
            }

            if (replaces)
            {
                Write(one, Segment.Later, store.Own(one, Segment.Last), false);
            }

            if (!store.IsFilled(one))
            {
                Write(one, Segment.Later, value, false);
            }

            Write(one, Segment.Last, value, replaces);
        }
    }

    /// <summary>Whether an element is the first of those that are written behind <c>new List&lt;T&gt;</c>, which has none before.</summary>
    private static bool IsFirstOf(MadeObject list, IOperation added)
        => Known.IsList(list.Type) && list is { Call: null, Site: BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: { RawKind: (int)SyntaxKind.CollectionInitializerExpression, Expressions: [var first, ..] } } } && added.Syntax == first;

    /// <summary>Code that is not of the program has a list in hand, and may take elements out of it or put them into another order.</summary>
    private void LoosenFor(IMethodSymbol target, FlowValue owner, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        if (!owner.Objects.IsEmpty && Known.IsOfLists(target.ContainingType) && !Known.KeepsEnds(target))
        {
            Loosen(owner);
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (!values[i].Objects.IsEmpty && target.ContainingType is not { Name: "Enumerable" } && !Known.IsReadOnly(arguments[i].Parameter?.Type) && Known.IsOfLists(Through(arguments[i].Value).Type) && !Known.IsWrapper(target) && !Known.IsOfLists(target.ContainingType))
            {
                Loosen(values[i]);
            }
        }
    }

    /// <summary>Some elements of a list, a span or a text. The ends of a part are not those of the whole.</summary>
    private FlowValue Slice(IImplicitIndexerReferenceOperation slice)
    {
        var whole = Evaluate(slice.Instance);
        if (Known.IsList(slice.Instance.Type))
        {
            Loosen(whole);
        }

        return SomeOf(slice, whole);
    }

    private void Loosen(FlowValue lists)
    {
        foreach (var one in lists.Objects)
        {
            Write(one, Segment.Elements, store.Read(one, Segment.Elements), false);
            Write(one, Segment.Loose, FlowValue.None, false);
        }
    }
}
