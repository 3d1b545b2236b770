using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>What the libraries that a compilation references say of their members. Thread-safe.</summary>
internal sealed class SideCars
{
    private readonly Compilation compilation;
    private readonly Dictionary<IAssemblySymbol, SideCar> known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> reading = new(SymbolEqualityComparer.Default);

    public SideCars(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        this.compilation = compilation;
        var problems = ImmutableArray.CreateBuilder<SideCarProblem>();
        foreach (var file in options.AdditionalFiles.Where(file => SideCarFiles.Is(options, file)).OrderBy(static file => file.Path, StringComparer.Ordinal))
        {
            Add(file, file.GetText(cancellationToken) is { } text ? SideCar.Of(text) : SideCar.Parse(""), problems);
        }

        Problems = problems.ToImmutable();
    }

    public bool IsAny => known.Count > 0;

    /// <summary>The files that are no help.</summary>
    public ImmutableArray<SideCarProblem> Problems { get; }

    public bool Knows(IAssemblySymbol? assembly) => known.Count > 0 && assembly is not null && known.ContainsKey(assembly);

    /// <summary>Whether labelled members are read in it, or in what it calls, for whoever calls it.</summary>
    public bool Reads(ISymbol member) => known.Count > 0 && member switch
    {
        IMethodSymbol method => reading.GetOrAdd(method.OriginalDefinition, MayRead),
        IPropertySymbol property => (property.GetMethod is { } getter && Reads(getter)) || (property.SetMethod is { } setter && Reads(setter)),
        IEventSymbol listened => (listened.AddMethod is { } adder && Reads(adder)) || (listened.RemoveMethod is { } remover && Reads(remover)),
        _ => false,
    };

    /// <summary>What is said of a method, and by whom. Empty where nothing is.</summary>
    public IEnumerable<(SideCar Library, IReadOnlyList<int> Numbers)> Of(IMethodSymbol method)
    {
        if (known.Count == 0 || SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly))
        {
            yield break;
        }

        foreach (var library in known.OrderBy(static one => one.Key.Identity.Name, StringComparer.Ordinal))
        {
            var isOwn = SymbolEqualityComparer.Default.Equals(library.Key, method.ContainingAssembly);
            if ((isOwn || known.ContainsKey(method.ContainingAssembly)) && library.Value.NumbersOf(method, isOwn) is { } numbers)
            {
                yield return (library.Value, numbers);
            }
        }
    }

    private bool MayRead(IMethodSymbol method)
    {
        try
        {
            return Of(method).Any(static one => one.Numbers.Any(one.Library.IsReading));
        }
        catch (Exception broken) when (SideCar.IsOfForm(broken))
        {
            return false;
        }
    }

    private void Add(AdditionalText file, SideCar library, ImmutableArray<SideCarProblem>.Builder problems)
    {
        if (library.Problem is { } problem)
        {
            problems.Add(new SideCarProblem(file.Path, problem));
            return;
        }

        var assembly = compilation.References.Select(reference => compilation.GetAssemblyOrModuleSymbol(reference)).OfType<IAssemblySymbol>().FirstOrDefault(one => one.Identity.Name == library.Assembly);
        if (assembly is null)
        {
            problems.Add(new SideCarProblem(file.Path, $"is of '{library.Assembly}', which this project does not reference"));
        }
        else if (assembly.Identity.Version.ToString() != library.Version)
        {
            problems.Add(new SideCarProblem(file.Path, $"is of version {library.Version} of '{library.Assembly}', and this project references {assembly.Identity.Version}"));
        }
        else if (!known.ContainsKey(assembly))
        {
            known.Add(assembly, library);
        }
    }
}
