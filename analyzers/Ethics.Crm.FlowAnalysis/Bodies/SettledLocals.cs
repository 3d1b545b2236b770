using System.Runtime.CompilerServices;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>Variables of a body that get a constant where they are declared and nothing afterwards: <c>var place = 0;</c> is a constant in all but name. One walk for all of a body.</summary>
internal static class SettledLocals
{
    private static readonly ConditionalWeakTable<IOperation, Dictionary<ISymbol, object?>> Known = new();
    private static readonly ConditionalWeakTable<IOperation, HashSet<ISymbol>> Written = new();

    /// <summary>No value for a variable that may be given another one, here or in a function that shares it.</summary>
    public static Optional<object?> Of(ILocalReferenceOperation reference, IOperation body)
    {
        return Known.GetValue(Whole(body), static one => Find(one)).TryGetValue(reference.Local, out var value) ? new Optional<object?>(value) : default;
    }

    /// <summary>Whether a variable or parameter may be given something else than what it is declared with or handed, here or in a function that shares it.</summary>
    public static bool IsWritten(ISymbol variable, IOperation body) => Written.GetValue(Whole(body), static one => FindWritten(one)).Contains(variable);

    private static IOperation Whole(IOperation body)
    {
        while (body.Parent is { } around)
        {
            body = around;
        }

        return body;
    }

    private static HashSet<ISymbol> FindWritten(IOperation body)
    {
        var written = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var all = new Descent();
        all.Begin(body);
        while (all.Next())
        {
            if ((all.Current is IParameterReferenceOperation parameter ? parameter.Parameter : (ISymbol?)(all.Current as ILocalReferenceOperation)?.Local) is { } named && MayBeWritten(all.Current))
            {
                written.Add(named);
            }
        }

        return written;
    }

    private static Dictionary<ISymbol, object?> Find(IOperation body)
    {
        var settled = new Dictionary<ISymbol, object?>(SymbolEqualityComparer.Default);
        var written = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var all = new Descent();
        all.Begin(body);
        while (all.Next())
        {
            switch (all.Current)
            {
                case IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } variable } declarator when Initial(declarator) is { ConstantValue: { HasValue: true, Value: var value } }:
                    settled[variable] = value;
                    break;
                case ILocalReferenceOperation reference when MayBeWritten(reference):
                    written.Add(reference.Local);
                    break;
            }
        }

        foreach (var variable in written)
        {
            settled.Remove(variable);
        }

        return settled;
    }

    private static IOperation? Initial(IVariableDeclaratorOperation declarator) => (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value;

    /// <summary>Whether it stands where something is written, or where it gets another name by which it may be.</summary>
    private static bool MayBeWritten(IOperation reference)
    {
        var place = reference;
        while (place.Parent is IConditionalOperation or IParenthesizedOperation or IConversionOperation or ITupleOperation or IDeclarationExpressionOperation)
        {
            place = place.Parent;
        }

        return place.Parent switch
        {
            ISimpleAssignmentOperation { IsRef: true } or IIncrementOrDecrementOperation or IAddressOfOperation => true,
            IAssignmentOperation assignment => assignment.Target == place,
            IArgumentOperation argument => argument.Parameter is not { RefKind: RefKind.None },
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
            IInvocationOperation call => call.Instance == place && SymbolNames.IsExtensionBlock(call.TargetMethod.ContainingType),
            IPropertyReferenceOperation property => property.Instance == place && SymbolNames.IsExtensionBlock(property.Property.ContainingType),
            IDynamicInvocationOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation => true,
            { Kind: OperationKind.None } => true,
            _ => false,
        };
    }
}
