using System.Threading;
using Ethics.Crm.FlowAnalysis.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>Whether all that call a method in this project have asked before they do, and whether a method asks for whoever calls it.</summary>
internal sealed class AskingCallers(CallIndex index, BodyProvider bodies, CancellationToken cancellationToken)
{
    /// <summary>How far a question is looked for in what is called: a check, and what it calls to be one.</summary>
    private const int Depth = 3;

    private readonly Dictionary<(ISymbol Method, string Purpose, int Depth), bool> known = new();

    /// <summary>Whether an operation asks, itself or in the method that it calls.</summary>
    public bool Asks(IOperation operation, string purpose) => Asks(operation, purpose, Depth);

    /// <summary>A method that nobody calls here has been asked by nobody.</summary>
    public bool Before(ISymbol containing, Func<IOperation, bool> asks) => Before(containing, asks, new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default));

    /// <summary>Whether a property that computes its value asks in that: it reads one that does.</summary>
    public bool GetterAsks(ISymbol member, Func<IPropertySymbol, bool> asksItself)
        => member.OriginalDefinition is IPropertySymbol { GetMethod: { } getter } && bodies.BodyOf(getter, cancellationToken) is { } body && body.Descendants().Any(one => one is IPropertyReferenceOperation { Property: var property } && asksItself(property));

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
    private IEnumerable<IMethodSymbol> Runs(IMethodSymbol called)
    {
        if (!called.IsAbstract)
        {
            return [called.OriginalDefinition];
        }

        return index.Types.MadeAs(called.ContainingType)
            .Select(type => called.ContainingType.TypeKind == TypeKind.Interface
                ? type.FindImplementationForInterfaceMember(called) as IMethodSymbol
                : type.GetMembers(called.Name).OfType<IMethodSymbol>().FirstOrDefault(static one => one.IsOverride))
            .OfType<IMethodSymbol>();
    }

    private bool Before(ISymbol containing, Func<IOperation, bool> asks, HashSet<IMethodSymbol> seen)
    {
        if (containing is not IMethodSymbol method || !seen.Add(method))
        {
            return false;
        }

        var found = false;
        foreach (var caller in index.CallersOf(method.OriginalDefinition).Where(caller => !seen.Contains(caller)).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).ToArray())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var call in bodies.BodyOf(caller, cancellationToken)?.Descendants().Where(one => Names(one, method)).ToArray() ?? [])
            {
                found = true;
                if (!new AskedBefore(asks).At(call) && !Before(caller, asks, seen))
                {
                    return false;
                }
            }
        }

        return found;
    }

    private static bool Names(IOperation operation, IMethodSymbol method) => operation switch
    {
        IInvocationOperation call => IsNamedBy(call.TargetMethod, method),
        IMethodReferenceOperation reference => IsNamedBy(reference.Method, method),
        IObjectCreationOperation { Constructor: { } constructor } => IsNamedBy(constructor, method),
        IPropertyReferenceOperation property => (property.Property.GetMethod is { } getter && IsNamedBy(getter, method)) || (property.Property.SetMethod is { } setter && IsNamedBy(setter, method)),
        _ => false,
    };

    /// <summary>By its own name, that of what it overrides, or of what it implements.</summary>
    private static bool IsNamedBy(IMethodSymbol named, IMethodSymbol method)
    {
        var name = (named.ReducedFrom ?? named).OriginalDefinition;
        for (IMethodSymbol? current = method.OriginalDefinition; current is not null; current = current.OverriddenMethod?.OriginalDefinition)
        {
            if (SymbolEqualityComparer.Default.Equals(current, name))
            {
                return true;
            }
        }

        return named.ContainingType.TypeKind == TypeKind.Interface
            && method.ContainingType.AllInterfaces.Any(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, named.ContainingType.OriginalDefinition))
            && named.Name == method.Name;
    }
}
