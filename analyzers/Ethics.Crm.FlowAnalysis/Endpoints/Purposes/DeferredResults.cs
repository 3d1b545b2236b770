using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary>What goes on after the function that made it has returned.</summary>
internal enum LateKind
{
    Task,
    AsyncSequence,
    Query,
}

/// <summary>A call that hands such a thing out of its scope.</summary>
internal sealed record LateResult(Location Location, LateKind Kind);

/// <summary>Results of functions whose work is done later than the call.</summary>
internal static class DeferredResults
{
    /// <summary>Null for a type whose values are done when they are returned, or may be.</summary>
    public static LateKind? KindOf(ITypeSymbol result)
    {
        for (var type = result; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Task" or "ValueTask" } && IsIn(type, "System.Threading.Tasks"))
            {
                return LateKind.Task;
            }
        }

        return result is { Name: "IAsyncEnumerable" or "IAsyncEnumerator" } && IsIn(result, "System.Collections.Generic") ? LateKind.AsyncSequence : null;
    }

    public static IAnonymousFunctionOperation? Lambda(IOperation value) => value switch
    {
        IAnonymousFunctionOperation lambda => lambda,
        IDelegateCreationOperation creation => Lambda(creation.Target),
        IConversionOperation conversion => Lambda(conversion.Operand),
        IParenthesizedOperation parenthesized => Lambda(parenthesized.Operand),
        _ => null,
    };

    /// <summary>Whether all that the function does is to return a LINQ query in which a lambda reads labelled data: nothing asks for its elements before it has returned.</summary>
    public static bool ReadsLater(IAnonymousFunctionOperation function, Func<ISymbol, bool> isLabelled)
    {
        if (function.Body.Operations is not [IReturnOperation { ReturnedValue: { } value }])
        {
            return false;
        }

        return IsReadLater(value);

        // Through whatever sequences it is made of, as far as they are deferred themselves: what stands behind a ToList has been read.
        bool IsReadLater(IOperation query) => Unconverted(query) is IInvocationOperation { TargetMethod: { ContainingType: { Name: "Enumerable" or "ParallelEnumerable" } type } method, Arguments: var arguments }
            && IsIn(type, "System.Linq") && IsSequence(method.ReturnType)
            && arguments.Any(argument => Lambda(argument.Value) is { } lambda ? lambda.Descendants().Any(Reads) : IsReadLater(argument.Value));

        bool Reads(IOperation operation)
            => operation is IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } reference && MemberReads.IsRead(reference) && isLabelled(reference.Member);
    }

    /// <summary>A function that returns before its work is done, and hands out nothing that tells when it is.</summary>
    public static bool IsAsyncVoid(IOperation value) => value switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol is { IsAsync: true, ReturnsVoid: true },
        IMethodReferenceOperation reference => reference.Method is { IsAsync: true, ReturnsVoid: true },
        IDelegateCreationOperation creation => IsAsyncVoid(creation.Target),
        IConversionOperation conversion => IsAsyncVoid(conversion.Operand),
        IParenthesizedOperation parenthesized => IsAsyncVoid(parenthesized.Operand),
        _ => false,
    };

    private static IOperation Unconverted(IOperation value) => value switch
    {
        // Also one that is written: a cast makes no list of a query.
        IConversionOperation { OperatorMethod: null } conversion => Unconverted(conversion.Operand),
        ITranslatedQueryOperation query => Unconverted(query.Operation),
        _ => value,
    };

    private static bool IsSequence(ITypeSymbol type)
        => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T || (type.Name is "IOrderedEnumerable" or "ParallelQuery" or "OrderedParallelQuery" && IsIn(type, "System.Linq"));

    private static bool IsIn(ITypeSymbol type, string name) => type.ContainingType is null && type.ContainingNamespace.ToDisplayString() == name;
}
