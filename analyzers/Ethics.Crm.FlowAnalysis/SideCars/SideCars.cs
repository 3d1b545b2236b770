using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO;
using System.Threading;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using static Ethics.Crm.FlowAnalysis.SideCars.SideCarFormat;

namespace Ethics.Crm.FlowAnalysis.SideCars;

/// <summary>
/// What the libraries that a compilation references say of their members: those that are there compiled in a file, those that are there as source, as in an editor, whenever somebody asks. Thread-safe.
/// </summary>
internal sealed class SideCars
{
    private readonly Compilation compilation;
    private readonly Dictionary<IAssemblySymbol, Lazy<SideCar>> known = new(SymbolEqualityComparer.Default);
    private readonly List<(string Path, Lazy<SideCar> File, IAssemblySymbol? Assembly)> files = [];
    private readonly ConcurrentDictionary<IMethodSymbol, Traits> traits = new(SymbolEqualityComparer.Default);

    public SideCars(Compilation compilation, AnalyzerOptions options, bool asksSources, CancellationToken cancellationToken)
    {
        this.compilation = compilation;
        Dictionary<string, IAssemblySymbol>? compiled = null;
        foreach (var reference in asksSources ? compilation.References.OfType<CompilationReference>() : [])
        {
            // One that does not reference the attributes has no rules of ours in its build.
            if (reference.Compilation is { Language: LanguageNames.CSharp } source && source.GetTypeByMetadataName(AttributeNames.DataCategory) is not null && compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly)
            {
                known[assembly] = new(() => PurposeContext.Find(source, options, cancellationToken)?.SideCar ?? SideCar.Empty);
            }
        }

        foreach (var file in options.AdditionalFiles.Where(file => SideCarFiles.Is(options, file)).OrderBy(static file => file.Path, StringComparer.Ordinal))
        {
            compiled ??= Compiled();
            var name = Path.GetFileName(file.Path);
            compiled.TryGetValue(name.EndsWith(SideCarPlaces.Ending, StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - SideCarPlaces.Ending.Length) : name, out var assembly);
            var library = new Lazy<SideCar>(() => Read(file, assembly, cancellationToken));
            files.Add((file.Path, library, assembly));
            if (assembly is not null && !known.ContainsKey(assembly))
            {
                known.Add(assembly, library);
            }
        }
    }

    public bool IsAny => known.Count > 0;

    /// <summary>The files that are no help. Reads all of them.</summary>
    public IEnumerable<SideCarProblem> Problems => files.Where(static one => one.File.Value.Problem is not null).Select(static one => new SideCarProblem(Path.GetFileName(one.Path), one.File.Value.Problem!));

    /// <summary>Whether a library may say something. Reads nothing.</summary>
    public bool Knows(IAssemblySymbol? assembly) => known.Count > 0 && assembly is not null && known.ContainsKey(assembly);

    /// <summary>Whether a library says something.</summary>
    public bool Tells(IAssemblySymbol? assembly) => known.Count > 0 && assembly is not null && known.TryGetValue(assembly, out var library) && library.Value.Problem is null;

    /// <summary>Whether labelled members are read in it, or in what it calls, for whoever calls it.</summary>
    public bool Reads(ISymbol member) => Is(member, Traits.Reads);

    /// <summary>Whether it calls members of what it is handed that whoever hands it in may implement.</summary>
    public bool Asks(ISymbol member) => Is(member, Traits.Asks);

    private bool Is(ISymbol member, Traits trait) => known.Count > 0 && member switch
    {
        IMethodSymbol method => Knows(method.ContainingAssembly) && (traits.GetOrAdd(method.OriginalDefinition, TraitsOf) & trait) != 0,
        IPropertySymbol property => (property.GetMethod is { } getter && Is(getter, trait)) || (property.SetMethod is { } setter && Is(setter, trait)),
        IEventSymbol listened => (listened.AddMethod is { } adder && Is(adder, trait)) || (listened.RemoveMethod is { } remover && Is(remover, trait)),
        _ => false,
    };

    /// <summary>What is said of a method, and by whom. Empty where nothing is.</summary>
    public IEnumerable<(SideCar Library, IReadOnlyList<int> Numbers)> Of(IMethodSymbol method)
    {
        if (!Knows(method.ContainingAssembly) || SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly))
        {
            yield break;
        }

        foreach (var library in known.OrderBy(static one => one.Key.Identity.Name, StringComparer.Ordinal))
        {
            if (library.Value.Value.NumbersOf(method, SymbolEqualityComparer.Default.Equals(library.Key, method.ContainingAssembly)) is { } numbers)
            {
                yield return (library.Value.Value, numbers);
            }
        }
    }

    /// <summary>What is said of a method itself, and by whom. Null where nothing is.</summary>
    public (SideCar Library, int Number)? Own(IMethodSymbol method)
        => method.ContainingAssembly is { } assembly && known.TryGetValue(assembly, out var library) && library.Value.OwnNumberOf(method) is { } number ? (library.Value, number) : null;

    private Traits TraitsOf(IMethodSymbol method)
    {
        try
        {
            return Of(method).SelectMany(static one => one.Numbers.Select(one.Library.TraitsOf)).Aggregate(Traits.None, static (all, one) => all | one);
        }
        catch (Exception broken) when (SideCar.IsOfForm(broken))
        {
            return Traits.None;
        }
    }

    private Dictionary<string, IAssemblySymbol> Compiled()
    {
        var found = new Dictionary<string, IAssemblySymbol>(StringComparer.OrdinalIgnoreCase);
        foreach (var reference in compilation.References)
        {
            if (compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly)
            {
                found[assembly.Identity.Name] = assembly;
            }
        }

        return found;
    }

    private static SideCar Read(AdditionalText file, IAssemblySymbol? assembly, CancellationToken cancellationToken)
    {
        var library = file.GetText(cancellationToken) is { } text ? SideCar.Of(text) : SideCar.Parse("");
        return library.Problem is not null ? library
            : assembly is null || assembly.Identity.Name != library.Assembly ? SideCar.Unusable($"is of '{library.Assembly}', which this project does not reference under that name")
            : assembly.Identity.Version.ToString() != library.Version ? SideCar.Unusable($"is of version {library.Version} of '{library.Assembly}', and this project references version {assembly.Identity.Version}")
            : library;
    }
}
