using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>The variable, or the member of one, that holds the collection on which something is registered: <c>services</c>, <c>builder.Services</c>.</summary>
internal sealed class CollectionRoot
{
    /// <summary>The variable and the members from there to the collection, the last one first.</summary>
    private readonly List<ISymbol> path = [];

    private CollectionRoot()
    {
    }

    /// <summary>Whether only the code that names it can set it.</summary>
    public bool IsFixed => path.All(static symbol => symbol is not IFieldSymbol { IsReadOnly: false });

    /// <summary>Null where the collection is none of a variable, so that two may be different ones.</summary>
    public static CollectionRoot? Of(IInvocationOperation registration)
    {
        IOperation first = registration;
        while (Before(first) is { } before)
        {
            first = before;
        }

        var root = new CollectionRoot();
        return ContainerCalls.IsCollection(first.Type) && root.TryAdd(first) ? root : null;
    }

    /// <summary>What is called, or handed on, before the call in a chain of registrations. Null for what is none.</summary>
    public static IOperation? Before(IOperation link)
    {
        var before = link switch
        {
            IInvocationOperation call when ContainerCalls.IsAdding(call.TargetMethod) => ContainerCalls.Receiver(call),
            IPropertyReferenceOperation { Property: { Name: "Services" } property, Instance: { } instance } when ContainerCalls.IsOfFramework(property) && Conversions.Through(instance) is IInvocationOperation => instance,
            _ => null,
        };
        return before is null ? null : Conversions.Through(before);
    }

    public bool Is(CollectionRoot? other)
        => other is not null && path.Count == other.path.Count && path.Zip(other.path, static (one, another) => SymbolEqualityComparer.Default.Equals(one, another)).All(static isSame => isSame);

    /// <summary>Whether the operation sets the variable or a member on the way, but with what is registered on it.</summary>
    public bool IsSetIn(IOperation operation) => operation.DescendantsAndSelf().Any(IsSetBy);

    /// <summary>Whether a function within the method sets it, so that calling that is enough.</summary>
    public bool IsSetByFunctionsAround(IOperation operation)
    {
        var whole = operation;
        while (whole.Parent is { } parent)
        {
            whole = parent;
        }

        return whole.Descendants().Any(one => one is IAnonymousFunctionOperation or ILocalFunctionOperation && !Contains(one, operation) && IsSetIn(one));
    }

    private static bool Contains(IOperation outer, IOperation inner)
    {
        for (var current = inner; current is not null; current = current.Parent)
        {
            if (current == outer)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryAdd(IOperation collection)
    {
        switch (Conversions.Through(collection))
        {
            case ILocalReferenceOperation { Local.RefKind: RefKind.None } local:
                path.Add(local.Local);
                return true;
            case IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter:
                path.Add(parameter.Parameter);
                return true;
            case IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field:
                path.Add(field.Field);
                return true;
            case IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: var property } member when ContainerCalls.IsOfFramework(property) || (property.SetMethod is null && ContainerCalls.IsAutomatic(property)):
                path.Add(property);
                return member.Instance is null or IInstanceReferenceOperation || TryAdd(member.Instance);
            case IObjectCreationOperation made when VariableOf(made) is { } declared:
                path.Add(declared);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The variable that is declared with what is registered on a new collection.</summary>
    private static ILocalSymbol? VariableOf(IObjectCreationOperation made)
    {
        IOperation? outer = made.Parent;
        while (outer is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IArgumentOperation || (outer is IInvocationOperation call && ContainerCalls.IsAdding(call.TargetMethod) && ContainerCalls.IsCollection(call.Type)))
        {
            outer = outer.Parent;
        }

        return outer is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } } ? declared : null;
    }

    private bool IsSetBy(IOperation operation)
    {
        var symbol = operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation property => (ISymbol)property.Property,
            _ => null,
        };
        if (symbol is null || !path.Contains(symbol, SymbolEqualityComparer.Default))
        {
            return false;
        }

        var value = operation;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or ITupleOperation)
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            ISimpleAssignmentOperation { IsRef: false } assignment => assignment.Target == value && !(Conversions.Through(assignment.Value) is IInvocationOperation again && Is(Of(again))),
            IAssignmentOperation assignment => assignment.Target == value || assignment is ISimpleAssignmentOperation,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } or IAddressOfOperation or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
            _ => false,
        };
    }
}
