using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.SideCars;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>What methods of other compilations do, as their side-cars say it, and what is said of this one for others.</summary>
internal sealed partial class FlowSolver
{
    private readonly Dictionary<IMethodSymbol, MethodSummary?> elsewhere = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SideCar, SideCarSymbols> symbols = new();

    /// <summary>Whether it is known what a member of a library does that is only there compiled.</summary>
    public bool IsKnownElsewhere(ISymbol member) => purposes.SideCars.Knows(member.ContainingAssembly) && member switch
    {
        IFieldSymbol field => !field.IsStatic,
        IPropertySymbol property => !property.IsStatic && (IsKnown(property.GetMethod) || IsKnown(property.SetMethod)),
        IMethodSymbol method => IsKnown(method),
        _ => false,
    };

    private bool IsKnown(IMethodSymbol? method) => method is not null && (Automatic.Is(method) || FromElsewhere(method.OriginalDefinition) is not null);

    /// <summary>Whether a library was built with these rules, and does not say what a method of it does: its file is not there, of another version or damaged, or its own build gave the method up.</summary>
    public bool IsMissing(IMethodSymbol method)
    {
        if (method.ContainingAssembly is not { } assembly || SymbolEqualityComparer.Default.Equals(assembly, purposes.Compilation.Assembly))
        {
            return false;
        }

        if (!speaking.TryGetValue(assembly, out var speaks))
        {
            speaking.Add(assembly, speaks = (purposes.AsksLibraries || purposes.SideCars.Knows(assembly)) && purposes.Labels.MaySpeak(assembly) && Endpoints.Labels.PolicyRecord.Find(assembly) is not null);
        }

        return speaks && (!purposes.SideCars.Tells(assembly) || purposes.SideCars.Of(method.OriginalDefinition).Any(static one => one.Numbers.Contains(SideCarFormat.NotKnown)));
    }

    private readonly Dictionary<IAssemblySymbol, bool> speaking = new(SymbolEqualityComparer.Default);

    /// <summary>Null where no side-car says what the method does, or what runs in its place.</summary>
    private MethodSummary? FromElsewhere(IMethodSymbol definition)
    {
        if (!purposes.SideCars.IsAny || SymbolEqualityComparer.Default.Equals(definition.ContainingAssembly, purposes.Compilation.Assembly) || !purposes.SideCars.Knows(definition.ContainingAssembly))
        {
            return null;
        }

        if (!elsewhere.TryGetValue(definition, out var summary))
        {
            elsewhere.Add(definition, null);
            elsewhere[definition] = summary = Read(definition);
        }

        return summary;
    }

    private MethodSummary? Read(IMethodSymbol definition)
        => Join(definition, purposes.SideCars.Of(definition).SelectMany(static one => one.Numbers.Select(number => (one.Library, number))));

    /// <summary>What a call does of which is known on what it is made. Null where no more is known by that.</summary>
    private MethodSummary? Exact(IMethodSymbol definition, ImmutableArray<ITypeSymbol> types)
    {
        if (types.IsDefaultOrEmpty)
        {
            return null;
        }

        var found = new List<(SideCar Library, int Number)>();
        foreach (var type in types)
        {
            if (CallTargets.RunBy(type, definition) is not { } run)
            {
                return null;
            }

            if (SymbolEqualityComparer.Default.Equals(run.ContainingAssembly, purposes.Compilation.Assembly))
            {
                continue;
            }

            if (purposes.SideCars.Own(run) is not { } own)
            {
                return null;
            }

            found.Add(own);
        }

        var key = definition.GetDocumentationCommentId() + " " + string.Join(" ", found.Select(static one => $"{one.Library.Assembly}/{one.Number}").Distinct().OrderBy(static one => one, StringComparer.Ordinal));
        if (!exact.TryGetValue(key, out var summary))
        {
            exact.Add(key, summary = found.Count == 0 ? MethodSummary.Nothing : Join(definition, found.Distinct()));
        }

        return summary;
    }

    private readonly Dictionary<string, MethodSummary?> exact = new(StringComparer.Ordinal);

    private MethodSummary? Join(IMethodSymbol definition, IEnumerable<(SideCar Library, int Number)> entries)
    {
        MethodSummary? all = null;
        foreach (var (library, number) in entries)
        {
            if (number == SideCarFormat.NotKnown)
            {
                return null;
            }

            if (!symbols.TryGetValue(library, out var known))
            {
                symbols.Add(library, known = new SideCarSymbols(purposes.Compilation, library));
            }

            try
            {
                var reader = new EntryReader(known, definition, library.Entry(number), $"{library.Assembly}/{Endpoints.Labels.SymbolNames.FullName(definition)}/{number}");
                var one = reader.Read();
                all = all?.Or(one) ?? one;
                foreach (var read in reader.Reads.ToArray())
                {
                    Contexts.Add(definition, read);
                }

                foreach (var arrival in reader.HelperArrivals.ToArray())
                {
                    Contexts.Add(definition, arrival);
                }
            }
            catch (Exception broken) when (SideCar.IsOfForm(broken))
            {
                return null;
            }
        }

        return all;
    }

    /// <summary>What a side-car is written of: what its users may implement is told apart. Null where none is written.</summary>
    public VisibleMembers? Visible { get; init; }

    /// <summary>Whether users of this library may implement or override a member of it.</summary>
    public bool IsOpenToOthers(IMethodSymbol definition)
    {
        if (Visible is null || !CallTargets.IsOverridable(definition))
        {
            return false;
        }

        if (!open.TryGetValue(definition, out var isOpen))
        {
            open.Add(definition, isOpen = !definition.IsSealed && definition.ContainingType is { IsSealed: false, TypeKind: TypeKind.Class or TypeKind.Interface } && Visible.Sees(definition));
        }

        return isOpen;
    }

    private readonly Dictionary<IMethodSymbol, bool> open = new(SymbolEqualityComparer.Default);

    /// <summary>A member that a side-car names. Null for one that cannot be named from here.</summary>
    public IMethodSymbol? MemberOfLibrary(string id)
    {
        if (!named.TryGetValue(id, out var member))
        {
            named.Add(id, member = DocumentationCommentId.GetFirstSymbolForDeclarationId(id, purposes.Compilation) as IMethodSymbol);
        }

        return member;
    }

    private readonly Dictionary<string, IMethodSymbol?> named = new(StringComparer.Ordinal);

    /// <summary>Stands for a place in a method of a library.</summary>
    public SyntaxNode PlaceIn(IMethodSymbol library)
    {
        if (!places.TryGetValue(library, out var place))
        {
            places.Add(library, place = SideCarPlaces.Make(Endpoints.Labels.SymbolNames.FullName(library) + "/call", 1)[0]);
        }

        return place;
    }

    private readonly Dictionary<IMethodSymbol, SyntaxNode> places = new(SymbolEqualityComparer.Default);

    /// <summary>Finds out what these methods do, whether or not labels come to them. After all findings: what is found on the way is found for callers that nobody sees.</summary>
    public void Summarise(IEnumerable<IMethodSymbol> methods)
    {
        if (dispatching is null)
        {
            Begin();
        }

        // Nothing is told of these here, and whoever calls one that costs more is told that it is not known.
        spent.Clear();
        budget = BudgetForOthers;

        foreach (var method in MethodOrder.Sorted(methods.Select(static method => method.PartialImplementationPart ?? method)).Reverse())
        {
            order.First(method);
        }

        WalkAll();

        // What was learned of one that was given up is not all that it does, nor is what was found out with it.
        var pending = new Stack<IMethodSymbol>(givenUp.Keys);
        while (pending.Count > 0)
        {
            var method = pending.Pop();
            if (unsure.Add(method) && users.TryGetValue(method, out var asking))
            {
                foreach (var user in asking)
                {
                    pending.Push(user);
                }
            }
        }
    }

    private readonly HashSet<IMethodSymbol> unsure = new(SymbolEqualityComparer.Default);

    /// <summary>Null for a method that was given up, or uses one that was.</summary>
    public MethodSummary? Summarised(IMethodSymbol method) => unsure.Contains(method) ? null : summaries.TryGetValue(method, out var summary) ? summary : null;
}
