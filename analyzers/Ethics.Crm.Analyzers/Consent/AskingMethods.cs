using System.Threading;
using Ethics.Crm.FlowAnalysis.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>Whether a method asks for whoever calls it, and a property for whoever reads it.</summary>
/// <param name="asksToo">What asks beside the questions to the person, wherever it stands.</param>
internal sealed class AskingMethods(CallIndex index, BodyProvider bodies, Func<IOperation, Question, bool> asksToo, CancellationToken cancellationToken)
{
    /// <summary>How far a question is looked for in what is called: a check, and what it calls to be one.</summary>
    private const int Depth = 3;

    private readonly Dictionary<(ISymbol Method, Question Question, int Depth), bool> known = new();
    private readonly Dictionary<(ISymbol Method, Question Question), bool?> sides = new();
    private readonly Dictionary<IMethodSymbol, IMethodSymbol[]> runs = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> getters = new(SymbolEqualityComparer.Default);

    /// <summary>Whether an operation asks, itself or in the method that it calls.</summary>
    public bool Asks(IOperation operation, Question question) => Asks(operation, question, Depth);

    /// <summary>Whether a property that computes its value asks in that: it reads one that does.</summary>
    public bool GetterAsks(ISymbol member, Func<IPropertySymbol, bool> asksItself)
    {
        if (member.OriginalDefinition is not IPropertySymbol { GetMethod: { } getter } property)
        {
            return false;
        }

        if (!getters.TryGetValue(property, out var found))
        {
            getters.Add(property, found = bodies.BodyOf(getter, cancellationToken) is { } body && body.Descendants().Any(one => one is IPropertyReferenceOperation { Property: var read } && asksItself(read)));
        }

        return found;
    }

    /// <summary>Of a method or property that yields nothing but the answer to a question: which of true and false is the permission. Null for all others.</summary>
    public bool? SideOf(IOperation operation, Question question)
    {
        if (CalledBy(operation) is not { } called || !YieldsTruth(called.ReturnType) || !Asks(operation, question))
        {
            return null;
        }

        var found = RunsOf(operation, called).Select(one => SideOf(one, question)).Distinct().ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    private bool? SideOf(Run one, Question question)
    {
        var key = (one.Method, question);
        if (sides.TryGetValue(key, out var side))
        {
            return side;
        }

        // One that calls itself is none, while that is looked at.
        sides[key] = null;
        if (BodyOf(one) is { } body)
        {
            var asked = new AskedBefore(inside => Asks(inside, question), inside => SideOf(inside, question));
            var answers = ReturnedBy(body).ToArray();
            var yes = answers.Length > 0 && answers.All(answer => asked.IsKnownBy(answer, true));
            var no = answers.Length > 0 && answers.All(answer => asked.IsKnownBy(answer, false));
            // Where both hold it has been asked before, and what is yielded says something else.
            sides[key] = side = yes == no ? null : yes;
        }

        return side;
    }

    private static IEnumerable<IOperation> ReturnedBy(IOperation body)
        => body.ChildOperations.SelectMany(static child => child switch
        {
            IAnonymousFunctionOperation or ILocalFunctionOperation => [],
            IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } => new[] { value },
            _ => ReturnedBy(child),
        });

    private static bool YieldsTruth(ITypeSymbol type)
        => type.SpecialType == SpecialType.System_Boolean || type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };

    private bool Asks(IOperation operation, Question question, int depth)
        => ConsentQuestions.Asks(operation, question.Purpose)
            || asksToo(operation, question)
            || (depth > 0 && CalledBy(operation) is { } called && RunsOf(operation, called) is { Length: > 0 } found && found.All(one => IsAskedIn(one, question, depth - 1)));

    private bool IsAskedIn(Run one, Question question, int depth)
    {
        var key = (one.Method, question, depth);
        if (!known.TryGetValue(key, out var asked))
        {
            known[key] = asked = BodyOf(one) is { } body && body.Descendants().Any(inside => Asks(inside, question, depth));
        }

        return asked;
    }

    private static IMethodSymbol? CalledBy(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } => method.ReducedFrom ?? method,
        IPropertyReferenceOperation { Property: { IsIndexer: false, GetMethod: { } getter }, Parent: not ISimpleAssignmentOperation } => getter,
        IPropertyReferenceOperation { Property: { IsIndexer: false, GetMethod: { } getter }, Parent: ISimpleAssignmentOperation assignment } when assignment.Target != operation => getter,
        _ => null,
    };

    private Run[] RunsOf(IOperation operation, IMethodSymbol called)
        => called.MethodKind == MethodKind.LocalFunction ? [new Run(called.OriginalDefinition, operation)] : Array.ConvertAll(Runs(called), one => new Run(one, operation));

    /// <summary>A local function has its body in that of the one that calls it.</summary>
    private IOperation? BodyOf(Run one)
        => one.Method.MethodKind == MethodKind.LocalFunction
            ? AskedBefore.RootOf(one.Place).Descendants().FirstOrDefault(inside => inside is ILocalFunctionOperation { Symbol: var local } && SymbolEqualityComparer.Default.Equals(local, one.Method))
            : bodies.BodyOf(one.Method, cancellationToken);

    /// <summary>The method itself, or what implements it here.</summary>
    private IMethodSymbol[] Runs(IMethodSymbol called)
    {
        if (!runs.TryGetValue(called, out var found))
        {
            runs.Add(called, found = called.IsAbstract
                ? index.Types.MadeAs(called.ContainingType)
                    .Select(type => called.ContainingType.TypeKind == TypeKind.Interface ? type.FindImplementationForInterfaceMember(called) as IMethodSymbol : OverrideIn(type, called))
                    .OfType<IMethodSymbol>().Where(static one => !one.IsAbstract).Select(static one => one.OriginalDefinition).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).ToArray()
                : [called.OriginalDefinition]);
        }

        return found;
    }

    private static IMethodSymbol? OverrideIn(INamedTypeSymbol type, IMethodSymbol called)
        => type.GetMembers(called.Name).OfType<IMethodSymbol>().FirstOrDefault(static one => one.IsOverride);

    /// <param name="Place">The call.</param>
    private readonly record struct Run(IMethodSymbol Method, IOperation Place);
}
