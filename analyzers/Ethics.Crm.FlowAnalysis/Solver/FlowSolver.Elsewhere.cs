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

    private bool IsKnown(IMethodSymbol? method) => method is not null && (method.IsAbstract || Automatic.Is(method) || FromElsewhere(method.OriginalDefinition) is not null);

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
    {
        MethodSummary? all = null;
        foreach (var (library, numbers) in purposes.SideCars.Of(definition))
        {
            if (numbers.Contains(SideCarFormat.NotKnown))
            {
                return null;
            }

            if (!symbols.TryGetValue(library, out var named))
            {
                symbols.Add(library, named = new SideCarSymbols(purposes.Compilation, library));
            }

            try
            {
                foreach (var number in numbers)
                {
                    var reader = new EntryReader(named, definition, library.Entry(number), $"{library.Assembly}/{Endpoints.Labels.SymbolNames.FullName(definition)}/{number}");
                    var one = reader.Read();
                    var reads = reader.Reads.ToArray();
                    var arrivals = reader.HelperArrivals.ToArray();
                    all = all?.Or(one) ?? one;
                    foreach (var read in reads)
                    {
                        Contexts.Add(definition, read);
                    }

                    foreach (var arrival in arrivals)
                    {
                        Contexts.Add(definition, arrival);
                    }
                }
            }
            catch (Exception broken) when (SideCar.IsOfForm(broken))
            {
                return null;
            }
        }

        return all;
    }

    /// <summary>Finds out what these methods do, whether or not labels come to them. After all findings: what is found on the way is found for callers that nobody sees.</summary>
    public void Summarise(IEnumerable<IMethodSymbol> methods)
    {
        if (dispatching is null)
        {
            Begin();
        }

        foreach (var method in MethodOrder.Sorted(methods.Select(static method => method.PartialImplementationPart ?? method)).Reverse())
        {
            order.First(method);
        }

        WalkAll();
    }

    /// <summary>Null for a method that was given up.</summary>
    public MethodSummary? Summarised(IMethodSymbol method) => givenUp.ContainsKey(method) ? null : summaries.TryGetValue(method, out var summary) ? summary : null;
}
