using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Buffers of the framework that are emptied, to be filled with something else.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Null for a call after which what was in the object may still be there.</summary>
    private FlowValue? Emptied(IOperation operation, IMethodSymbol target, FlowValue owner, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        switch (target)
        {
            case { Name: "Remove" } when Known.IsBuilder(target.ContainingType) && IsAll((operation as IInvocationOperation)?.Instance, arguments, 0):
                Empty(owner);
                return owner;
            case { Name: "ComputeHash" or "ComputeHashAsync", ContainingType: { Name: "HashAlgorithm", ContainingNamespace.Name: "Cryptography" } type } when type.GetMembers("Hash") is [IPropertySymbol last]:
                // It remembers the last hash, and no other.
                Put(owner, Segment.Of(last), FlowValue.None);
                var all = values.Aggregate(Looked(owner), (sum, value) => sum.And(Looked(value)));
                var hash = Held(operation, Known.Awaited(operation.Type), all, FlatSet<HeapObject>.Empty, "result");
                Put(owner, Segment.Of(last), hash.With(all.Taints));
                return hash;
            case { Name: "ToStringAndClear" or "GetHashAndReset", Parameters.IsEmpty: true } when target.ContainingType.Name is "DefaultInterpolatedStringHandler" or "IncrementalHash":
                var taken = Held(operation, operation.Type, Looked(owner), FlatSet<HeapObject>.Empty, "result");
                Empty(owner);
                return taken;
            case { Name: "GetStringBuilder", ContainingType: { Name: "StringWriter", ContainingNamespace.Name: "IO" } }:
                // Its own, or the one that it was made with.
                return owner.And(store.Read(owner, Segment.Unknown).Where(static one => one is MadeObject { Type: { } type } ? Known.IsBuilder(type) : one is InputObject).Unlabelled());
            default:
                return null;
        }
    }

    /// <summary>What is put into a variable, and what was there, in one step that no other thread divides. Null for other methods.</summary>
    private FlowValue? Exchanged(IMethodSymbol target, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        if (target is not { IsStatic: true, ContainingType: { Name: "Interlocked" or "Volatile", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } } || values.Length == 0)
        {
            return null;
        }

        switch (target.Name)
        {
            case "Read" when values.Length == 1:
                return values[0];
            case "Exchange" or "Write" when values.Length == 2:
                Assign(arguments[0].Value, values[1]);
                return target.ReturnsVoid ? FlowValue.None : values[0];
            case "CompareExchange" when values.Length == 3:
                Assign(arguments[0].Value, values[0].And(values[1]));
                return values[0];
            default:
                return null;
        }
    }

    /// <summary>The text that is being written and has no length from here on. Null where something else is assigned.</summary>
    private static IOperation? EmptiedBy(ISimpleAssignmentOperation assignment)
        => assignment.Target is IPropertyReferenceOperation { Property: { Name: "Length", ContainingType: var type }, Instance: { } buffer } && Known.IsBuilder(type) && IsZero(assignment.Value) ? buffer : null;

    private void Empty(FlowValue owner)
    {
        if (owner.Objects.Count == 1 && IsTheOnly(owner.Objects[0]))
        {
            store = Cleared(store, owner.Objects[0]);
        }
    }

    private static bool IsZero(IOperation value) => value.ConstantValue is { HasValue: true, Value: 0 or 0L };

    /// <summary>Some elements of a collection, through which they can be written: what is done to the whole of them is not done to the whole collection.</summary>
    private static FlowValue SomeOf(IOperation operation, FlowValue collection)
        => collection.Objects.IsEmpty ? collection : collection.And(FlowValue.Of(new MadeObject(operation.Syntax, null) { Part = "part" }));

    /// <summary>Whether the last two arguments say from the beginning, and as many as there are.</summary>
    /// <param name="from">Which of the arguments says where it begins.</param>
    private static bool IsAll(IOperation? buffer, IReadOnlyList<GivenArgument> arguments, int from)
    {
        if (arguments.Count != from + 2 || VariableIn(buffer) is not { } variable)
        {
            return false;
        }

        foreach (var (parameter, value) in arguments)
        {
            if (parameter is null
                || (parameter.Ordinal == from && !IsZero(value))
                || (parameter.Ordinal == from + 1 && !(value is IPropertyReferenceOperation { Property.Name: "Length", Instance: { } measured } && SymbolEqualityComparer.Default.Equals(variable, VariableIn(measured)))))
            {
                return false;
            }
        }

        return true;
    }

    private static ISymbol? VariableIn(IOperation? operation) => operation switch
    {
        IConversionOperation conversion => VariableIn(conversion.Operand),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
