using System.Threading;
using Ethics.Crm.FlowAnalysis.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>Where in a body a method is called, or handed on. Each body is looked through once.</summary>
internal sealed class CallPlaces(CallIndex index, BodyProvider bodies, CancellationToken cancellationToken)
{
    private readonly Dictionary<IMethodSymbol, ILookup<string, (IMethodSymbol Named, IOperation Place)>> known = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(ISymbol Named, ISymbol Method), bool> named = new();

    public IEnumerable<IOperation> Of(IMethodSymbol method, IMethodSymbol caller)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!known.TryGetValue(caller, out var places))
        {
            known.Add(caller, places = (bodies.BodyOf(caller, cancellationToken)?.Descendants() ?? []).SelectMany(static one => Names(one).Select(name => (Named: name, Place: one))).ToLookup(static one => one.Named.Name, StringComparer.Ordinal));
        }

        // An explicit implementation has the name of its contract before its own.
        var name = method.ExplicitInterfaceImplementations.FirstOrDefault()?.Name ?? method.Name;
        return places[name].Where(one => IsNamedBy((one.Named.ReducedFrom ?? one.Named).OriginalDefinition, method.OriginalDefinition)).Select(static one => one.Place);
    }

    private static IEnumerable<IMethodSymbol> Names(IOperation operation) => operation switch
    {
        IInvocationOperation call => [call.TargetMethod],
        IMethodReferenceOperation reference => [reference.Method],
        IObjectCreationOperation { Constructor: { } constructor } => [constructor],
        IPropertyReferenceOperation { Property: var property } => new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>(),
        _ => [],
    };

    /// <summary>By its own name, that of what it overrides, or of what it implements.</summary>
    private bool IsNamedBy(IMethodSymbol name, IMethodSymbol method)
    {
        if (!named.TryGetValue((name, method), out var found))
        {
            named.Add((name, method), found = IsItOrItsBase(name, method) || (name.ContainingType.TypeKind == TypeKind.Interface && Implements(name, method)));
        }

        return found;
    }

    private static bool IsItOrItsBase(IMethodSymbol name, IMethodSymbol method)
    {
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod?.OriginalDefinition)
        {
            if (SymbolEqualityComparer.Default.Equals(current, name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>For its own class or for one beneath, which may implement a contract by it that its own does not know.</summary>
    private bool Implements(IMethodSymbol asked, IMethodSymbol method)
        => index.Types.MadeAs(method.ContainingType).Prepend(method.ContainingType).Any(type => type.AllInterfaces
            .Where(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, asked.ContainingType.OriginalDefinition))
            .SelectMany(one => one.GetMembers(asked.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, asked)
                && type.FindImplementationForInterfaceMember(member)?.OriginalDefinition is IMethodSymbol runs
                && IsItOrItsBase(runs, method)));
}
