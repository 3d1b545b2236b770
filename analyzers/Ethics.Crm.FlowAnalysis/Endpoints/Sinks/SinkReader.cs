using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Sinks;

/// <summary>To whom and where methods and properties disclose what they are given: by <c>[DisclosesTo]</c>, by the policy's sinks, by what is known of logs and exceptions. Thread-safe.</summary>
internal sealed class SinkReader
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Sink>> cache = new(SameObject.Instance);
    private readonly ConcurrentDictionary<ISymbol, TypeSinks> types = new(SymbolEqualityComparer.Default);
    private readonly PolicyTable? table;
    private readonly AttributeArguments arguments;
    private readonly MemberLabels members;
    private readonly Func<IMethodSymbol, bool> discloses;

    public SinkReader(PolicyTable? table, AttributeArguments arguments, MemberLabels members)
    {
        this.table = table;
        this.arguments = arguments;
        this.members = members;
        discloses = Discloses;
    }

    /// <summary>Whether a call of the method discloses anything that it is given: nearly all of a program's do not.</summary>
    public bool Has(DeclaredMember method) => method.Discloses(discloses);

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
            var sinks = Recipients(definition);
            ByPolicy(definition, ref sinks);
            found = Once(sinks);
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
            own = OfParameter(named, DeclarationsOf.Member(named));
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

    private bool Discloses(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.DelegateInvoke || !Of(method).IsEmpty)
        {
            return true;
        }

        if (method.Parameters.IsEmpty || !MaySpeak(method))
        {
            return false;
        }

        var declarations = DeclarationsOf.Member(method);
        foreach (var parameter in method.Parameters)
        {
            if (!OfParameter(parameter, DeclarationsOf.Parameter(parameter, declarations)).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private ImmutableArray<Sink> OfParameter(IParameterSymbol parameter, IReadOnlyList<ISymbol> declarations)
    {
        List<Sink>? found = null;
        if (MaySpeak(parameter))
        {
            foreach (var declaration in declarations)
            {
                Attributes(declaration, ref found);
            }
        }

        return Once(found);
    }

    private ImmutableArray<Sink> Read(IMethodSymbol method)
    {
        var sinks = Recipients(method);
        ByPolicy(method, ref sinks);
        if ((OfType(method.ContainingType).MayLog ? KnownLogs.Of(method) : KnownLogs.OfGenerated(method)) is { } known)
        {
            (sinks ??= []).Add(known);
        }

        // An exception of the program hands its message on to one of the framework: there it is told.
        if (ThrowsWithValue(method) || (method.MethodKind == MethodKind.Constructor && method.DeclaringSyntaxReferences.IsEmpty && KnownLogs.IsException(method.ContainingType)))
        {
            (sinks ??= []).Add(Sink.Exception);
        }

        return Once(sinks);
    }

    /// <summary>Its own, those of what it overrides or implements, and those of the types around it.</summary>
    private List<Sink>? Recipients(ISymbol member)
    {
        List<Sink>? found = null;
        if (!MaySpeak(member))
        {
            return found;
        }

        foreach (var declaration in DeclarationsOf.Member(member))
        {
            Attributes(declaration, ref found);
        }

        if (member is IMethodSymbol { AssociatedSymbol: { } property })
        {
            Attributes(property, ref found);
        }

        foreach (var sink in OfType(member.ContainingType).Recipients)
        {
            (found ??= []).Add(sink);
        }

        return found;
    }

    /// <summary>Whether an attribute can stand on it, or on what it overrides or implements: what does not know the product's assembly derives from nothing that does.</summary>
    private bool MaySpeak(ISymbol member) => members.MaySpeak(member.ContainingAssembly);

    private TypeSinks OfType(INamedTypeSymbol? type)
    {
        if (type is null)
        {
            return TypeSinks.None;
        }

        if (!types.TryGetValue(type, out var found))
        {
            List<Sink>? recipients = null;
            foreach (var one in MaySpeak(type) ? Types(type) : [])
            {
                Attributes(one, ref recipients);
            }

            found = new TypeSinks(Once(recipients), KnownLogs.MayLog(type));
            types.TryAdd(type, found);
        }

        return found;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamedTypeSymbol type)
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

    private void Attributes(ISymbol symbol, ref List<Sink>? found)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "DisclosesToAttribute" } type && SymbolNames.FullName(type) == AttributeNames.DisclosesTo && arguments.String(attribute) is { } recipient)
            {
                (found ??= []).Add(new Sink(SinkKind.Recipient, recipient) { IsWhole = true });
            }
        }
    }

    /// <summary>What the policy says of a member, and of those that it overrides or implements.</summary>
    private void ByPolicy(ISymbol member, ref List<Sink>? found)
    {
        if (table is null || table.Document.Sinks.Count == 0)
        {
            return;
        }

        foreach (var declaration in DeclarationsOf.Member(member))
        {
            if (table.FindSink(SymbolNames.FullName(declaration), declaration is IMethodSymbol method ? SymbolNames.ParameterTypes(method) : null) is not { } entry)
            {
                continue;
            }

            if (entry.DisclosesTo is { } recipient)
            {
                (found ??= []).Add(new Sink(SinkKind.Recipient, recipient) { IsWhole = true });
            }

            if (entry.Log)
            {
                // What takes a list is there to write what is in it.
                (found ??= []).Add(new Sink(SinkKind.Log, "a log") { IsListed = true });
            }
        }
    }

    private static ImmutableArray<Sink> Once(List<Sink>? found) => found is null ? ImmutableArray<Sink>.Empty : found.Distinct().ToImmutableArray();

    /// <summary>What holds for all members of a type.</summary>
    /// <param name="MayLog">Whether it, or an interface of it, is one that is known to log.</param>
    private sealed record TypeSinks(ImmutableArray<Sink> Recipients, bool MayLog)
    {
        public static readonly TypeSinks None = new(ImmutableArray<Sink>.Empty, MayLog: false);
    }
}
