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

    /// <summary>Whether this project has begun to intercept.</summary>
    public bool HasBegun => own.GuardsAny || purposes.IsWeaving;

    /// <summary>True also for what has no getter of its own (an implementation of it may be guarded or not), and for what is no member of an object: parameters and results.</summary>
    public bool Contains(ISymbol member) => member.OriginalDefinition switch
    {
        IFieldSymbol field => field.IsConst,
        IPropertySymbol property => property.IsAbstract || property.ContainingType.TypeKind == TypeKind.Interface || IsGuarded(property) || (purposes.IsWeaving && Weaving.Reaches(property)),
        _ => true,
    };

    /// <summary>Whether the assembly of a member guards some of its own.</summary>
    public static bool IsOfGuardingAssembly(ISymbol member) => member.ContainingAssembly is { } assembly && GuardsClass.Names.Any(assembly.TypeNames.Contains);

    /// <summary>What a fix can make partial; null where that is not all it takes.</summary>
    public Location? Repairable(ISymbol member, CancellationToken cancellationToken)
        => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, purposes.Compilation.Assembly) && own.Inspect(member.OriginalDefinition, cancellationToken) is { Repair: PropertyRepair.Guard } found ? found.Location : null;

    /// <summary>The compiler does not import the fields of the guards of another assembly: there the class alone says it.</summary>
    private static bool IsGuarded(IPropertySymbol property)
        => GuardsClass.Guards(property.ContainingType, property.Name)
            || (property.Locations.All(static location => location.IsInMetadata)
                && GuardsClass.Names.Any(name => property.ContainingType.GetTypeMembers(name, 0).Any(static guards => guards.GetMembers().All(static member => member is not IFieldSymbol))));
}
