using Ethics.Crm.FlowAnalysis.Endpoints.Borders;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary>What gets a lambda or a local function: a method, constructor or indexer that is called with it, a property, field or event that it is put into.</summary>
/// <param name="around">The functions whose callers decide for what an operation runs.</param>
internal sealed class HandedFunctions(Func<IOperation, IEnumerable<IOperation>> around)
{
    private readonly HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxNode> handed = new();

    /// <summary>In the order of the text, with the place of each. Variables of the body, collections and objects that are made around it, and functions that call it, are looked through.</summary>
    public IEnumerable<(ISymbol Taker, SyntaxNode Place)> TakersOf(IOperation function) => !handed.Add(function.Syntax) ? [] : function switch
    {
        IAnonymousFunctionOperation => Takers(function),
        ILocalFunctionOperation local => Uses(local.Symbol, function),
        _ => [],
    };

    private IEnumerable<(ISymbol Taker, SyntaxNode Place)> Takers(IOperation value)
    {
        while (Stays(value) is { } whole)
        {
            value = whole;
            if (value.Type is { Name: "Expression", TypeKind: TypeKind.Class })
            {
                // Not code that somebody runs, but a description of it.
                return [];
            }
        }

        return value.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => Called(call),
            IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } made } => Taker(constructor, made.Syntax).Concat(Takers(made)),
            IArgumentOperation { Parent: IPropertyReferenceOperation indexed } => Taker(indexed.Property, indexed.Syntax),
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call when call.Instance == value => around(call).SelectMany(TakersOf),
            IConditionalAccessOperation access when access.Operation == value => around(access).SelectMany(TakersOf),
            IMethodReferenceOperation { Method.MethodKind: MethodKind.DelegateInvoke } invoke => Takers(invoke),
            IEventAssignmentOperation { EventReference: IEventReferenceOperation raised, Adds: true } => Taker(raised.Event, raised.Syntax),
            IAssignmentOperation assignment when assignment.Value == value => Put(assignment.Target, value),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declared } => Uses(declared.Symbol, value),
            ITupleOperation tuple => Takers(tuple, value),
            _ => [],
        };
    }

    /// <summary>What a function is part of, and still is a function or holds it. Null where it goes somewhere.</summary>
    private static IOperation? Stays(IOperation value) => value.Parent switch
    {
        IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation or IArrayInitializerOperation or IArrayCreationOperation => value.Parent,
        ICoalesceOperation or IConditionalOperation or IBinaryOperation when value.Parent.Type is { TypeKind: TypeKind.Delegate } => value.Parent,
        ISwitchExpressionArmOperation arm when arm.Value == value => arm.Parent,
        { Syntax: CollectionExpressionSyntax } collection => collection,
        _ => null,
    };

    private IEnumerable<(ISymbol Taker, SyntaxNode Place)> Called(IInvocationOperation call)
    {
        if (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke && call.Instance is { } called && Endpoints.Reads.Conversions.Through(called) is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member)
        {
            return Taker(member.Member, member.Syntax);
        }

        var taker = Taker(call.TargetMethod.ReducedFrom ?? call.TargetMethod, call.Syntax);
        return call.Instance switch
        {
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => taker.Concat(Made(call)),
            ILocalReferenceOperation { Local: var list } when CollectionWrites.Is(call.TargetMethod) => taker.Concat(Uses(list, call)),
            _ => taker,
        };
    }

    /// <summary>The object of whose initializer something is a part goes on.</summary>
    private IEnumerable<(ISymbol Taker, SyntaxNode Place)> Made(IOperation part)
        => part.Parent is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation made } ? Takers(made) : [];

    private IEnumerable<(ISymbol Taker, SyntaxNode Place)> Put(IOperation target, IOperation value) => target switch
    {
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } } member => Taker(member.Member, member.Syntax).Concat(Made(member.Parent!)),
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => Taker(field.Field, field.Syntax).Concat(Uses(field.Field, value)),
        IMemberReferenceOperation member => Taker(member.Member, member.Syntax),
        ILocalReferenceOperation local => Uses(local.Local, value),
        _ => [],
    };

    /// <summary>A tuple goes where it goes whole, or each part to a variable of its own.</summary>
    private IEnumerable<(ISymbol Taker, SyntaxNode Place)> Takers(ITupleOperation tuple, IOperation part)
    {
        var whole = (IOperation)tuple;
        while (whole.Parent is IConversionOperation conversion)
        {
            whole = conversion;
        }

        return whole.Parent is IDeconstructionAssignmentOperation { Target: ITupleOperation target } && target.Elements.Length == tuple.Elements.Length
            ? Put(target.Elements[tuple.Elements.IndexOf(part)], part)
            : Takers(tuple);
    }

    private static IEnumerable<(ISymbol Taker, SyntaxNode Place)> Taker(ISymbol member, SyntaxNode place) => [(member.OriginalDefinition, place)];

    private IEnumerable<(ISymbol Taker, SyntaxNode Place)> Uses(ISymbol named, IOperation within)
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
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, named) && !OverwrittenValues.IsGone(named, within, one, body),
            IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => SymbolEqualityComparer.Default.Equals(field.Field, named) && !OverwrittenValues.IsGone(named, within, one, body),
            IMethodReferenceOperation method => SymbolEqualityComparer.Default.Equals(method.Method.OriginalDefinition, named),
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, named),
            _ => false,
        }).SelectMany(use => use is IInvocationOperation ? around(use).SelectMany(TakersOf) : Takers(use));
    }
}
