using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>Of which classes the objects are that a method finds in parameters and members, where only a container puts them there.</summary>
internal sealed class InjectedClasses(Container container, InjectedMembers members, RegisteredClasses registered)
{
    /// <summary>The classes, as they are defined. Null where they are not known.</summary>
    public IReadOnlyList<INamedTypeSymbol>? Of(HeapObject one) => one switch
    {
        MadeObject made => made.ResolvedAs,
        InputObject input => Of(input),
        _ => null,
    };

    /// <summary>What a container hands to a parameter.</summary>
    public IReadOnlyList<INamedTypeSymbol>? Of(IParameterSymbol parameter, bool isSequence)
        => (isSequence ? ElementOf(parameter.Type) : parameter.Type) is INamedTypeSymbol service ? container.ClassesFor(service, RegisteredClasses.KeyOf(parameter), isSequence) : null;

    private IReadOnlyList<INamedTypeSymbol>? Of(InputObject input)
    {
        var segments = input.Path.Segments;
        var start = input.Input is INamedTypeSymbol ? 1 : 0;
        var isSequence = segments.Count > start && segments[segments.Count - 1] == Segment.Elements;
        var end = isSequence ? segments.Count - 1 : segments.Count;
        if (input.Input is INamedTypeSymbol service && (segments.Count < 2 || !Segment.IsThis(segments[0])))
        {
            return segments.Count == 1 && Segment.IsThis(segments[0]) ? [service] : null;
        }

        if (end == 0)
        {
            return input.Input is IParameterSymbol parameter ? All(members.SourcesOf(parameter), isSequence) : null;
        }

        var type = (input.Input as INamedTypeSymbol) ?? (input.Input as IMethodSymbol)?.ContainingType ?? (input.Input as IParameterSymbol)?.Type as INamedTypeSymbol;
        for (var i = start; i < end && type is not null; i++)
        {
            if (Services.MembersOf(type.OriginalDefinition).FirstOrDefault(member => Segment.Of(member) == segments[i]) is not { } member)
            {
                return null;
            }

            if (i == end - 1)
            {
                return All(members.SourcesOfMember(member), isSequence);
            }

            type = Services.TypeOf(member) as INamedTypeSymbol;
        }

        return null;
    }

    private IReadOnlyList<INamedTypeSymbol>? All(IReadOnlyList<InjectedSource>? sources, bool isSequence)
    {
        if (sources is null)
        {
            return null;
        }

        var all = new List<INamedTypeSymbol>();
        foreach (var source in sources)
        {
            if ((source.Parameter is { } parameter ? Of(parameter, isSequence) : isSequence ? null : container.ClassesOf(registered.By(source.Value!))) is not { } classes)
            {
                return null;
            }

            all.AddRange(classes);
        }

        return all;
    }

    /// <summary>What a container gives all of where this is asked for. Null for any other type.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "IEnumerable", ContainingNamespace.Name: "Generic", TypeArguments: [var element] } ? element : null;
}
