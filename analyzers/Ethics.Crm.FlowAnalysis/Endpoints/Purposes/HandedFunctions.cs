using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary>What gets a lambda or a local function: a method, constructor or indexer that is called with it, a property, field or event that it is put into.</summary>
internal static class HandedFunctions
{
    /// <summary>In the order of the text, with the place of each. Variables of the body are looked through.</summary>
    public static IEnumerable<(ISymbol Taker, SyntaxNode Place)> TakersOf(IOperation function)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        return function switch
        {
            IAnonymousFunctionOperation => Takers(function, seen),
            ILocalFunctionOperation local => Uses(local.Symbol, function, seen),
            _ => [],
        };
    }

    private static IEnumerable<(ISymbol Taker, SyntaxNode Place)> Takers(IOperation value, HashSet<ISymbol> seen)
    {
        while (value.Parent is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation or ICoalesceOperation or IConditionalOperation or IBinaryOperation or IArrayInitializerOperation or IArrayCreationOperation)
        {
            value = value.Parent;
            if (value.Type is { Name: "Expression", TypeKind: TypeKind.Class })
            {
                // Not code that somebody runs, but a description of it.
                return [];
            }
        }

        return value.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => Taker(call.TargetMethod.ReducedFrom ?? call.TargetMethod, call.Syntax),
            IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } made } => Taker(constructor, made.Syntax),
            IArgumentOperation { Parent: IPropertyReferenceOperation indexed } => Taker(indexed.Property, indexed.Syntax),
            IEventAssignmentOperation { EventReference: IEventReferenceOperation raised, Adds: true } => Taker(raised.Event, raised.Syntax),
            IAssignmentOperation { Target: IMemberReferenceOperation member } assignment when assignment.Value == value => Taker(member.Member, member.Syntax),
            IAssignmentOperation { Target: ILocalReferenceOperation local } assignment when assignment.Value == value => Uses(local.Local, value, seen),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declared } => Uses(declared.Symbol, value, seen),
            _ => [],
        };
    }

    private static IEnumerable<(ISymbol Taker, SyntaxNode Place)> Taker(ISymbol member, SyntaxNode place) => [(member.OriginalDefinition, place)];

    private static IEnumerable<(ISymbol Taker, SyntaxNode Place)> Uses(ISymbol named, IOperation within, HashSet<ISymbol> seen)
    {
        if (!seen.Add(named))
        {
            return [];
        }

        var body = within;
        while (body.Parent is { } parent)
        {
            body = parent;
        }

        return body.Descendants().Where(one => one switch
        {
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, named),
            IMethodReferenceOperation method => SymbolEqualityComparer.Default.Equals(method.Method.OriginalDefinition, named),
            _ => false,
        }).SelectMany(use => Takers(use, seen));
    }
}
