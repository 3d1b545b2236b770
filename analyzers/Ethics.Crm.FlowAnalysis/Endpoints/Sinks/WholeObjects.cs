using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Sinks;

/// <summary>The labelled members that an object is handed out with. Thread-safe.</summary>
/// <param name="isWritten">Whether a member goes along; null for each.</param>
internal sealed class WholeObjects(MemberLabels labels, Func<ISymbol, bool>? isWritten = null)
{
    /// <summary>How many references away a labelled member still counts as reached.</summary>
    private const int Deepest = 3;

    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<ISymbol>> cache = new(SymbolEqualityComparer.Default);

    /// <summary>Those that its type declares or reaches, nearest first. Empty for a type without.</summary>
    public ImmutableArray<ISymbol> MembersOf(ITypeSymbol? type, CancellationToken cancellationToken)
    {
        if (type is ITypeParameterSymbol { ConstraintTypes: { IsEmpty: false } constraints })
        {
            return constraints.Length == 1 ? MembersOf(constraints[0], cancellationToken) : constraints.SelectMany(one => MembersOf(one, cancellationToken)).Distinct(SymbolEqualityComparer.Default).ToImmutableArray();
        }

        if (type is null || !MayHold(type))
        {
            return ImmutableArray<ISymbol>.Empty;
        }

        if (!cache.TryGetValue(type, out var found))
        {
            found = Find(type, cancellationToken);
            cache.TryAdd(type, found);
        }

        return found;
    }

    /// <summary>Whether a call hands an object with labelled members to what discloses it.</summary>
    /// <param name="method">One that <see cref="SinkReader.Has"/> something.</param>
    public bool AreDisclosedBy(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, SinkReader sinks, CancellationToken cancellationToken)
    {
        if (arguments.IsEmpty)
        {
            return false;
        }

        var whole = !sinks.Of(method).IsEmpty;
        return arguments.Any(argument => (whole || !sinks.Of(method, argument.Parameter).IsEmpty) && Given(argument.Value).Any(given => !MembersOf(given.Type, cancellationToken).IsEmpty));
    }

    /// <summary>What is given as it is written: without conversions, and each of several in an array that the compiler makes.</summary>
    private static IEnumerable<IOperation> Given(IOperation argument)
    {
        argument = Unconverted(argument);
        return argument is IArrayCreationOperation { IsImplicit: true, Initializer: { } several } ? several.ElementValues.SelectMany(Given) : [argument];
    }

    public static IOperation Unconverted(IOperation argument)
    {
        while (argument is IConversionOperation conversion)
        {
            argument = conversion.Operand;
        }

        return argument;
    }

    private ImmutableArray<ISymbol> Find(ITypeSymbol type, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<ISymbol>();
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default) { type };
        var level = new List<ITypeSymbol> { type };
        for (var depth = 0; depth <= Deepest && level.Count > 0; depth++)
        {
            var next = new List<ITypeSymbol>();
            foreach (var one in level)
            {
                foreach (var held in isWritten is null || !SaysItself(one) ? Inner(one) : [])
                {
                    Add(held);
                }

                foreach (var member in Members(one))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (isWritten is not null && !isWritten(member))
                    {
                        continue;
                    }

                    if (!labels.Of(member, cancellationToken).IsEmpty)
                    {
                        found.Add(member);
                    }
                    else if (member is IPropertySymbol property)
                    {
                        Add(property.Type);
                    }
                    else if (member is IFieldSymbol field)
                    {
                        Add(field.Type);
                    }
                }
            }

            level = next;

            void Add(ITypeSymbol reached)
            {
                if (MayHold(reached) && seen.Add(reached))
                {
                    next.Add(reached);
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>What a collection, a task or another generic type holds.</summary>
    private static IEnumerable<ITypeSymbol> Inner(ITypeSymbol type)
        => type is IArrayTypeSymbol array ? new[] { array.ElementType } : type is INamedTypeSymbol named ? named.TypeArguments : Enumerable.Empty<ITypeSymbol>();

    /// <summary>Whether its members alone say what is written of it.</summary>
    private static bool SaysItself(ITypeSymbol type) => type.IsTupleType || (type.Locations.Any(static location => location.IsInSource) && !Transfer.Known.IsCollection(type));

    /// <summary>What others can read of it.</summary>
    public static IEnumerable<ISymbol> Members(ITypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public } or IFieldSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public })
                {
                    yield return member;
                }
            }
        }
    }

    private static bool MayHold(ITypeSymbol type)
        => type is IArrayTypeSymbol || (type is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } && (type.ContainingNamespace is not { Name: "System", ContainingNamespace.IsGlobalNamespace: true } || type is INamedTypeSymbol { IsGenericType: true }));
}
