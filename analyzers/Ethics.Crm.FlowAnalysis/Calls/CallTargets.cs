using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Calls;

/// <summary>The methods of this compilation that a call through an interface, an abstract or a virtual member may run.</summary>
internal sealed partial class CallTargets(Compilation compilation, TypeHierarchy hierarchy, CancellationToken cancellationToken)
{
    private Dictionary<ISymbol, List<IMethodSymbol>>? implementations;
    private readonly Dictionary<ISymbol, IReadOnlyList<IMethodSymbol>> sorted = new(SymbolEqualityComparer.Default);

    /// <summary>Of which classes an object is that a container has handed out; null where that is not known.</summary>
    public Func<HeapObject, IReadOnlyList<INamedTypeSymbol>?> Injected { get; init; } = static _ => null;

    /// <summary>Whether a library says what runs where an abstract method of it is called.</summary>
    public Func<IMethodSymbol, bool> IsRunElsewhere { get; init; } = static _ => false;

    /// <summary>All that is overridden or implemented here, with what does that.</summary>
    public IEnumerable<(IMethodSymbol Called, IReadOnlyList<IMethodSymbol> Runs)> Dispatched => Implementations().Where(static one => one.Key is IMethodSymbol).Select(static one => ((IMethodSymbol)one.Key, (IReadOnlyList<IMethodSymbol>)one.Value));

    /// <summary>The method itself where it is called by name; else all that the receiver may have. Empty where no body of this compilation is known.</summary>
    /// <param name="types">What the receiver can be; default where that is not known.</param>
    /// <param name="seenAs">The type of what the call is made on, as it is written there; null for a static one.</param>
    /// <param name="receiver">What the call is made on.</param>
    public IReadOnlyList<IMethodSymbol> Of(IMethodSymbol method, bool isVirtual, ImmutableArray<ITypeSymbol> types, ITypeSymbol? seenAs, FlowValue receiver)
    {
        var definition = method.OriginalDefinition;
        if (!isVirtual || !IsOverridable(definition))
        {
            return [definition];
        }

        var all = ImplementationsOf(definition);
        var candidates = (definition.IsAbstract && !IsRunElsewhere(definition) ? all : all.Append(definition)).Where(candidate => CanBe(seenAs, candidate.ContainingType)).ToList();
        if (candidates.Count > 1 && seenAs is INamedTypeSymbol { TypeKind: TypeKind.Class } known)
        {
            Narrow(known, definition, candidates);
        }

        if (candidates.Count < 2)
        {
            return candidates;
        }

        types = types.IsDefaultOrEmpty ? HandedOut(receiver) : types;
        if (types.IsDefaultOrEmpty)
        {
            return candidates;
        }

        var run = new HashSet<IMethodSymbol>(types.SelectMany(type => Resolve(type, definition, candidates)), SymbolEqualityComparer.Default);
        return candidates.Where(run.Contains).ToArray();
    }

    /// <summary>What a value can be of which each object was made where that is seen, or handed out by a container of which all is known. Default where that is not so.</summary>
    public ImmutableArray<ITypeSymbol> HandedOut(FlowValue value)
    {
        var types = ImmutableArray.CreateBuilder<ITypeSymbol>();
        foreach (var one in value.Objects)
        {
            if (one is MadeObject { Type: { } type })
            {
                types.Add(type.OriginalDefinition);
            }
            else if (Injected(one) is { } classes)
            {
                types.AddRange(classes);
            }
            else
            {
                return default;
            }
        }

        return types.ToImmutable();
    }

    /// <summary>Whether an object may run another method in its place.</summary>
    public static bool IsOverridable(IMethodSymbol method) => method.IsVirtual || method.IsAbstract || method.IsOverride || method.ContainingType.TypeKind == TypeKind.Interface;

    /// <summary>The type parameter of which a static member is asked. Null for any other call.</summary>
    public static ITypeSymbol? AskedOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.ConstrainedToType,
        IMemberReferenceOperation member => member.ConstrainedToType,
        _ => null,
    };

    /// <summary>Whether objects of several types of this compilation can be seen as this one.</summary>
    public bool Varies(ITypeSymbol? type) => type switch
    {
        null => false,
        { SpecialType: SpecialType.System_Object } => true,
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(Varies),
        { TypeKind: TypeKind.Class or TypeKind.Interface, IsSealed: false } => hierarchy.MadeAs(type).Count > 1,
        _ => false,
    };

    /// <summary>Whether each object of this compilation that can be seen as the type was made by <c>new</c>. A struct may come from nowhere: an array of them, a member that nobody sets.</summary>
    public bool AreReferences(INamedTypeSymbol type) => hierarchy.MadeAs(type).All(static made => made.IsReferenceType);

    /// <summary>The types beneath one of this compilation, and it itself: those of objects that are made here, and those from which other assemblies may derive. Empty for a type of another assembly.</summary>
    public IReadOnlyList<INamedTypeSymbol> Beneath(INamedTypeSymbol type) => IsFromElsewhere(type) ? [] : hierarchy.Beneath(type);

    /// <summary>Whether code of another assembly may call it under another name.</summary>
    public bool StandsForOthers(IMethodSymbol method)
    {
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (IsFromElsewhere(overridden))
            {
                return true;
            }
        }

        return !method.IsStatic && method.ContainingType.AllInterfaces.Where(IsFromElsewhere).SelectMany(static contract => contract.GetMembers())
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member)?.OriginalDefinition, method));
    }

    private bool IsFromElsewhere(ISymbol symbol) => !SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    /// <summary>What a class overrides, its objects do not run, whatever they are seen as.</summary>
    private void Narrow(INamedTypeSymbol seenAs, IMethodSymbol called, List<IMethodSymbol> candidates)
    {
        if (called.ContainingType.TypeKind == TypeKind.Interface)
        {
            // What a class has of the same name need not be what it implements the contract by.
            var run = new HashSet<IMethodSymbol>(Beneath(seenAs).SelectMany(type => Resolve(type, called, candidates)), SymbolEqualityComparer.Default);
            candidates.RemoveAll(candidate => run.Count > 0 && !run.Contains(candidate));
            return;
        }

        for (ITypeSymbol? current = seenAs; current is not null; current = current.BaseType)
        {
            if (candidates.Any(candidate => SymbolEqualityComparer.Default.Equals(candidate.ContainingType, current.OriginalDefinition)))
            {
                candidates.RemoveAll(candidate => candidate.ContainingType.TypeKind == TypeKind.Class && !SymbolEqualityComparer.Default.Equals(candidate.ContainingType, current.OriginalDefinition) && TypeHierarchy.IsBeneath(current, candidate.ContainingType));
                return;
            }
        }
    }

    private IReadOnlyList<IMethodSymbol> ImplementationsOf(IMethodSymbol definition)
    {
        if (!sorted.TryGetValue(definition, out var found))
        {
            sorted.Add(definition, found = Implementations().TryGetValue(definition, out var known) ? MethodOrder.Sorted(known).ToArray() : []);
        }

        return found;
    }

    /// <summary>All that a call of the method may run, whatever it is made on.</summary>
    public IEnumerable<IMethodSymbol> AllOf(IMethodSymbol method) => OthersOf(method).Append(method.OriginalDefinition);

    /// <summary>The same without the method itself: of most there are none.</summary>
    public IReadOnlyList<IMethodSymbol> OthersOf(IMethodSymbol method) => Implementations().TryGetValue(method.OriginalDefinition, out var known) ? known : [];

    /// <summary>Whether something that is seen as one type may run a member of the other.</summary>
    private static bool CanBe(ITypeSymbol? seenAs, INamedTypeSymbol type)
        => seenAs is not { TypeKind: TypeKind.Class or TypeKind.Array or TypeKind.Struct } || type.TypeKind == TypeKind.Interface || TypeHierarchy.IsBeneath(seenAs, type) || TypeHierarchy.IsBeneath(type, seenAs);

    private Dictionary<ISymbol, List<IMethodSymbol>> Implementations()
    {
        if (implementations is null)
        {
            implementations = new(SymbolEqualityComparer.Default);
            foreach (var type in hierarchy.Types)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Add(type, implementations);
            }
        }

        return implementations;
    }

    private static void Add(INamedTypeSymbol type, Dictionary<ISymbol, List<IMethodSymbol>> found)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                Put(overridden.OriginalDefinition, method);
            }
        }

        foreach (var member in type.AllInterfaces.SelectMany(static contract => contract.GetMembers()))
        {
            if (member is IMethodSymbol asked && type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation && !SymbolEqualityComparer.Default.Equals(implementation.OriginalDefinition, asked.OriginalDefinition))
            {
                Put(asked.OriginalDefinition, MostDerived(implementation.OriginalDefinition, type));
            }
        }

        void Put(ISymbol called, IMethodSymbol runs)
        {
            if (!found.TryGetValue(called, out var all))
            {
                found.Add(called, all = []);
            }

            if (!runs.IsAbstract && !all.Contains(runs, SymbolEqualityComparer.Default))
            {
                all.Add(runs);
            }
        }
    }
}
