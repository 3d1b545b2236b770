using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Sinks;

/// <summary>To whom and where methods and properties disclose what they are given: by <c>[DisclosesTo]</c>, by the policy's sinks, by what is known of logs and exceptions. Thread-safe.</summary>
internal sealed class SinkReader(PolicyTable? table, AttributeArguments arguments)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Sink>> cache = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> disclosing = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a call of the method discloses anything that it is given: one look-up for nearly all of a program.</summary>
    public bool Has(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return true;
        }

        var definition = method.OriginalDefinition;
        if (!disclosing.TryGetValue(definition, out var has))
        {
            has = !Of(method).IsEmpty || definition.Parameters.Any(parameter => !Of(method, parameter).IsEmpty);
            disclosing.TryAdd(definition, has);
        }

        return has;
    }

    /// <summary>What the method as a whole discloses each of its arguments to.</summary>
    public ImmutableArray<Sink> Of(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            // Which delegate it is, only its type arguments tell.
            return KnownLogs.OfDelegate(method) is { } log ? ImmutableArray.Create(log) : ImmutableArray<Sink>.Empty;
        }

        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!cache.TryGetValue(definition, out var found))
        {
            found = Read(definition);
            cache.TryAdd(definition, found);
        }

        return found;
    }

    /// <summary>What is disclosed that is put into this property.</summary>
    public ImmutableArray<Sink> Of(IPropertySymbol property)
    {
        var definition = property.OriginalDefinition;
        if (!cache.TryGetValue(definition, out var found))
        {
            found = Recipients(definition).Concat(ByPolicy(definition)).Distinct().ToImmutableArray();
            cache.TryAdd(definition, found);
        }

        return found;
    }

    /// <summary>Where an argument goes: what the method discloses, or the parameter alone.</summary>
    /// <param name="parameter">Null where it is not known.</param>
    public ImmutableArray<Sink> Of(IMethodSymbol method, IParameterSymbol? parameter)
    {
        var whole = Of(method);
        if (parameter is null)
        {
            return whole;
        }

        var named = parameter.OriginalDefinition;
        if (!cache.TryGetValue(named, out var own))
        {
            own = DeclarationsOf.Member(named).SelectMany(Attributes).Distinct().ToImmutableArray();
            cache.TryAdd(named, own);
        }

        return whole.IsEmpty ? own : whole.Where(sink => Takes(sink, parameter)).Concat(own).Distinct().ToImmutableArray();
    }

    /// <summary>Whether the argument is among what is written: not who logs, nor the name of a parameter in an exception.</summary>
    private static bool Takes(Sink sink, IParameterSymbol parameter) => sink.Kind switch
    {
        SinkKind.Log => !KnownLogs.IsAside(parameter.Type) && !IsAsked(parameter),
        SinkKind.ExceptionMessage => !KnownLogs.IsException(parameter.Type) && parameter.Name != "paramName",
        _ => true,
    };

    /// <summary>Whether something is written at all is decided by it; it is not written itself.</summary>
    private static bool IsAsked(IParameterSymbol parameter) => parameter is { Name: "condition", Type.SpecialType: SpecialType.System_Boolean };

    /// <summary>Its message says what the value was.</summary>
    private static bool ThrowsWithValue(IMethodSymbol method) => method is { IsStatic: true, ContainingType: { Name: "ArgumentOutOfRangeException", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } && method.Name.StartsWith("ThrowIf", StringComparison.Ordinal);

    private ImmutableArray<Sink> Read(IMethodSymbol method)
    {
        var sinks = Recipients(method).Concat(ByPolicy(method)).ToList();
        if (KnownLogs.Of(method) is { } known)
        {
            sinks.Add(known);
        }

        // An exception of the program hands its message on to one of the framework: there it is told.
        if (ThrowsWithValue(method) || (method.MethodKind == MethodKind.Constructor && method.DeclaringSyntaxReferences.IsEmpty && KnownLogs.IsException(method.ContainingType)))
        {
            sinks.Add(Sink.Exception);
        }

        return sinks.Distinct().ToImmutableArray();
    }

    /// <summary>Its own, those of what it overrides or implements, and those of the types around it.</summary>
    private IEnumerable<Sink> Recipients(ISymbol member)
        => DeclarationsOf.Member(member).Append(member).SelectMany(Attributes)
            .Concat(member is IMethodSymbol { AssociatedSymbol: { } property } ? Attributes(property) : [])
            .Concat(Types(member.ContainingType).SelectMany(Attributes));

    private static IEnumerable<INamedTypeSymbol> Types(INamedTypeSymbol? type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            for (var current = outer; current is not null; current = current.BaseType)
            {
                yield return current;
            }

            foreach (var contract in outer.AllInterfaces)
            {
                yield return contract;
            }
        }
    }

    private IEnumerable<Sink> Attributes(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "DisclosesToAttribute" } type && SymbolNames.FullName(type) == AttributeNames.DisclosesTo && arguments.String(attribute) is { } recipient)
            {
                yield return new Sink(SinkKind.Recipient, recipient) { IsWhole = true };
            }
        }
    }

    /// <summary>What the policy says of a member, and of those that it overrides or implements.</summary>
    private IEnumerable<Sink> ByPolicy(ISymbol member)
    {
        if (table is null || table.Document.Sinks.Count == 0)
        {
            yield break;
        }

        foreach (var declaration in DeclarationsOf.Member(member))
        {
            if (table.FindSink(SymbolNames.FullName(declaration), (declaration as IMethodSymbol)?.Parameters.Select(static parameter => SymbolNames.FullName(parameter.Type)).ToArray()) is not { } entry)
            {
                continue;
            }

            if (entry.DisclosesTo is { } recipient)
            {
                yield return new Sink(SinkKind.Recipient, recipient) { IsWhole = true };
            }

            if (entry.Log)
            {
                yield return new Sink(SinkKind.Log, "a log");
            }
        }
    }
}
