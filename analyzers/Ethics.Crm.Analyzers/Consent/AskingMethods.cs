using System.Threading;
using Ethics.Crm.FlowAnalysis.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>Whether a method asks for whoever calls it.</summary>
internal sealed class AskingMethods(CallIndex index, BodyProvider bodies, CancellationToken cancellationToken)
{
    /// <summary>How far a question is looked for in what is called: a check, and what it calls to be one.</summary>
    private const int Depth = 3;

    private readonly Dictionary<(ISymbol Method, string Purpose, int Depth), bool> known = new();
    private readonly Dictionary<IMethodSymbol, IMethodSymbol[]> runs = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> getters = new(SymbolEqualityComparer.Default);

    /// <summary>Whether an operation asks, itself or in the method that it calls.</summary>
    public bool Asks(IOperation operation, string purpose) => Asks(operation, purpose, Depth);

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

    private bool Asks(IOperation operation, string purpose, int depth)
        => ConsentQuestions.Asks(operation, purpose)
            || (depth > 0
                && operation is IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.LocalFunction } called }
                && Runs(called).Any(one => IsAskedIn(one, purpose, depth - 1)));

    private bool IsAskedIn(IMethodSymbol method, string purpose, int depth)
    {
        var key = (method, purpose, depth);
        if (!known.TryGetValue(key, out var asked))
        {
            asked = bodies.BodyOf(method, cancellationToken) is { } body && body.Descendants().Any(inside => Asks(inside, purpose, depth));
            known.Add(key, asked);
        }

        return asked;
    }

    /// <summary>The method itself, or what implements it here.</summary>
    private IMethodSymbol[] Runs(IMethodSymbol called)
    {
        if (!runs.TryGetValue(called, out var found))
        {
            runs.Add(called, found = called.IsAbstract
                ? index.Types.MadeAs(called.ContainingType)
                    .Select(type => called.ContainingType.TypeKind == TypeKind.Interface
                        ? type.FindImplementationForInterfaceMember(called) as IMethodSymbol
                        : type.GetMembers(called.Name).OfType<IMethodSymbol>().FirstOrDefault(static one => one.IsOverride))
                    .OfType<IMethodSymbol>().ToArray()
                : [called.OriginalDefinition]);
        }

        return found;
    }
}
