using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>
/// Elements that are taken out of a list or a set by what they are: who was added to those who listen is taken out again. Where the list is handed in, which elements lie there only callers know: a summary says which
/// one goes, as it does of events, and the caller takes it out.
/// </summary>
internal sealed partial class MethodAnalysis
{
    private static readonly string Gone = Segment.TakenFrom(Segment.Elements);

    /// <summary>Null for a method that does something else.</summary>
    private FlowValue? TakenOutOfCollection(IMethodSymbol target, FlowValue owner, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        if (target is not { Name: "Remove", IsStatic: false, Parameters.Length: 1 } || values.Length != 1 || !(Known.IsOfLists(target.ContainingType) || Comparers.IsSet(target.ContainingType)))
        {
            return null;
        }

        var before = store;
        foreach (var one in owner.Objects)
        {
            // Which elements are at its ends now depends on where it was.
            Write(one, Segment.Loose, FlowValue.None, false);
        }

        if (owner.Objects.Count == 1 && IsTheOnly(owner.Objects[0]) && IsCertain(arguments[0].Value) && TheOneAmong(values[0]) is { } gone)
        {
            TakeOut(before, owner.Objects[0], gone);
        }

        return FlowValue.None;
    }

    /// <summary>An element leaves a collection. Callers are told where it lies there for all that only they know.</summary>
    /// <param name="before">What lay there before.</param>
    private void TakeOut(Store before, HeapObject collection, HeapObject gone)
    {
        if (collection is InputObject handed && !before.Read(collection, Segment.Elements).Objects.Contains(gone))
        {
            if (!store.Heap.ContainsKey((collection, Gone)) && IsAsItCame(before.Heap, handed))
            {
                Write(collection, Gone, FlowValue.Of(gone), true);
            }

            return;
        }

        if (!IsTheOnly(gone) || !LiesOnceIn(before, collection, gone) || !LiesOnceIn(store, collection, gone))
        {
            return;
        }

        foreach (var part in store.Heap.PartsOf(collection))
        {
            if (Segment.IsElement(part.Key) && part.Value.Objects.Contains(gone))
            {
                Write(collection, part.Key, part.Value.Where(one => !one.Equals(gone)), true);
            }
        }
    }

    /// <summary>Whether an expression stands for an object and never for none: to take out none takes out nothing.</summary>
    private bool IsCertain(IOperation operation) => Through(operation) switch
    {
        IInstanceReferenceOperation or IObjectCreationOperation or IFlowAnonymousFunctionOperation or IMethodReferenceOperation => true,
        IDelegateCreationOperation creation => IsCertain(creation.Target),
        IParameterReferenceOperation parameter => !SettledLocals.IsWritten(parameter.Parameter, graph.Body.OriginalOperation),
        ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: [var declared] } local } => !SettledLocals.IsWritten(local, graph.Body.OriginalOperation)
            && declared.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax or AnonymousFunctionExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax },
        IFieldReferenceOperation field => field.Field.IsReadOnly,
        _ => false,
    };

    /// <summary>The one object that an element is for certain, of which another one may not be taken in its place. Null for any other value.</summary>
    private static HeapObject? TheOneAmong(FlowValue value)
    {
        HeapObject? found = null;
        foreach (var one in value.Objects)
        {
            // What a delegate yields is among its objects.
            if (one is MadeObject { Function: null } && value.Objects.Any(IsFunction))
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = one;
        }

        return found is InputObject or MadeObject { Function: not null } or MadeObject { Type: INamedTypeSymbol { TypeKind: TypeKind.Class, IsRecord: false } } ? found : null;
    }

    /// <summary>Whether nothing has been put into a collection that was handed in.</summary>
    private static bool IsAsItCame(Heap heap, InputObject collection)
    {
        foreach (var part in heap.PartsOf(collection))
        {
            if (Segment.IsElement(part.Key) && !part.Value.Objects.All(one => one is InputObject lying && LiesIn(lying, collection)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the element lies in the collection once at most, and the collection takes out no other one in its place. A set has each once, whatever it holds equal.</summary>
    private static bool LiesOnceIn(Store before, HeapObject collection, HeapObject gone)
        => (collection is MadeObject { Type: { } type } && Comparers.IsSet(type))
            || (before.Heap.Find(collection, Segment.Twice)?.Objects.Contains(gone) != true
                && before.Heap.Find(collection, Segment.Elements)?.Objects.Contains(gone) != true
                && before.Heap.Find(collection, Segment.Unknown)?.Objects.Contains(gone) != true
                && (gone is MadeObject { Function: not null } || (gone is MadeObject { Type: { } made } && !Comparers.SaysWhatEqualsIt(made))));

    /// <summary>What is put into a collection that has it already lies there twice: one that is taken out leaves the other.</summary>
    private Store CountTwice(Store next, HeapObject collection, FlowValue value)
    {
        if (value.Objects.IsEmpty)
        {
            return next;
        }

        var before = store.Read(collection, Segment.Elements).Objects;
        foreach (var one in value.Objects)
        {
            if (before.Contains(one))
            {
                next = next.Write(collection, Segment.Twice, FlowValue.Of(one), false);
            }
        }

        return next;
    }

    /// <summary>A called method has put elements into a collection that it was handed: those that lay there already lie there twice.</summary>
    private Store CountTwice(Substitution call, Store next, KeyValuePair<(HeapObject Object, string Segment), FlowValue> entry, FlatSet<HeapObject> owners)
    {
        var input = (InputObject)entry.Key.Object;
        foreach (var one in entry.Value.Objects)
        {
            if (one is InputObject part && LiesIn(part, input))
            {
                continue;
            }

            var added = new FlowValue(FlatSet<Taint>.Empty, call.Objects(one));
            foreach (var owner in owners)
            {
                next = CountTwice(next, owner, added);
            }
        }

        return next;
    }

    private static bool LiesIn(InputObject part, InputObject whole)
        => SymbolEqualityComparer.Default.Equals(part.Input, whole.Input) && part.Path.Text.Length > 0 && part.Path.Split().Owner.Equals(whole.Path);

    /// <summary>A called method has taken an element out of a collection that it was handed.</summary>
    /// <param name="heap">What the method says of objects.</param>
    /// <param name="before">What lay there before the call.</param>
    private void TakeOut(Substitution call, Heap heap, InputObject handed, FlowValue taken, Store before, IOperation operation)
    {
        if (taken.Objects is [InputObject { Input: IParameterSymbol { Ordinal: var ordinal } } element] && call.Captured is null && operation is IInvocationOperation { Arguments: var arguments } && !arguments.Any(argument => argument.Parameter?.Ordinal == ordinal && IsCertain(argument.Value)))
        {
            return;
        }

        var collections = call.Objects(handed);
        if (collections.Count != 1 || !IsTheOnly(collections[0]) || !IsTheOnly(handed) || !taken.Taints.IsEmpty || taken.Objects.Count != 1)
        {
            return;
        }

        // What came there since is not what went.
        if (IsAsItCame(heap, handed) && TheOneAmong(new FlowValue(FlatSet<Taint>.Empty, call.Objects(taken.Objects[0]))) is { } gone)
        {
            TakeOut(before, collections[0], gone);
        }
    }
}
