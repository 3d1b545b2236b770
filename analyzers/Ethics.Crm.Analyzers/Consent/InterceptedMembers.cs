using System.Collections.Concurrent;
using System.Threading;
using Ethics.Crm.Analyzers.Labels;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>Which members ask the gate when they are read, those of other assemblies too.</summary>
internal sealed class InterceptedMembers(PurposeContext purposes)
{
    private readonly Interception own = new(purposes);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> ofSolution = new(SymbolEqualityComparer.Default);

    /// <summary>Whether this project has begun to intercept.</summary>
    public bool HasBegun => own.GuardsAny || purposes.IsWeaving;

    /// <summary>True also for what has no getter of its own (an implementation of it may be guarded or not), and for what is no member of an object: parameters and results.</summary>
    public bool Contains(ISymbol member) => member.OriginalDefinition switch
    {
        IFieldSymbol field => field.IsConst,
        IPropertySymbol property => property.IsAbstract || property.ContainingType.TypeKind == TypeKind.Interface || IsGuarded(property) || (purposes.IsWeaving && IsOfSolution(property.ContainingAssembly) && Weaving.Reaches(property)),
        _ => true,
    };

    /// <summary>Whether the assembly of a member guards some of its own.</summary>
    public static bool IsOfGuardingAssembly(ISymbol member) => member.ContainingAssembly is { } assembly && GuardsClass.Names.Any(assembly.TypeNames.Contains);

    /// <summary>The weaver leaves the assemblies of packages alone; they are told by where they lie, <c>…/name/1.2.3/lib/net8.0/Name.dll</c>. Of any other it may be the project.</summary>
    private bool IsOfSolution(IAssemblySymbol assembly)
    {
        if (SymbolEqualityComparer.Default.Equals(assembly, purposes.Compilation.Assembly))
        {
            return true;
        }

        if (!ofSolution.TryGetValue(assembly, out var found))
        {
            found = purposes.Compilation.GetMetadataReference(assembly) is not PortableExecutableReference { FilePath: { } path } || !IsOfPackage(path.Split('/', '\\'));
            ofSolution.TryAdd(assembly, found);
        }

        return found;
    }

    private static bool IsOfPackage(string[] path)
        => path.Length > 4 && path[path.Length - 3] is "lib" or "ref" && path[path.Length - 4] is { Length: > 0 } version && char.IsDigit(version[0]);

    /// <summary>What a fix can make partial; null where that is not all it takes.</summary>
    public Location? Repairable(ISymbol member, CancellationToken cancellationToken)
        => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, purposes.Compilation.Assembly) && own.Inspect(member.OriginalDefinition, cancellationToken) is { Repair: PropertyRepair.Guard } found ? found.Location : null;

    /// <summary>The compiler does not import the fields of the guards of another assembly: there the class alone says it.</summary>
    private static bool IsGuarded(IPropertySymbol property)
        => GuardsClass.Guards(property.ContainingType, property.Name)
            || (property.Locations.All(static location => location.IsInMetadata)
                && GuardsClass.Names.Any(name => property.ContainingType.GetTypeMembers(name, 0).Any(static guards => guards.GetMembers().All(static member => member is not IFieldSymbol))));
}
