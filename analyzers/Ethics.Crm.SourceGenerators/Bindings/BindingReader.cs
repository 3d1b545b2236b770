using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Bindings;

/// <summary>Finds the classes and interfaces of an assembly that work for declared purposes.</summary>
internal sealed class BindingReader
{
    internal const string TableAttribute = "Ethics.Crm.Runtime.PurposeBindingsAttribute";

    private readonly Compilation _compilation;
    private readonly PurposesOfTypes _purposes;
    private readonly ContractReader _contracts;
    private readonly bool _hasAsyncDisposal;
    private bool _hasUnnamed;

    public BindingReader(Compilation compilation, ParsedPolicy policy)
    {
        _compilation = compilation;
        _purposes = new(compilation, policy);
        _contracts = new(compilation, _purposes);
        _hasAsyncDisposal = compilation.GetTypeByMetadataName("System.IAsyncDisposable") is { DeclaredAccessibility: Accessibility.Public };
    }

    /// <summary>Null when there is nothing to tell.</summary>
    public BoundAssembly? Read(CancellationToken cancellationToken)
    {
        var types = new List<BoundType>();
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(_compilation.Assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var inner in pending.Pop().GetMembers())
            {
                if (inner is not INamespaceOrTypeSymbol space)
                    continue;
                pending.Push(space);
                if (space is INamedTypeSymbol type && Read(type) is { } bound)
                    types.Add(bound);
            }
        }

        // Which file the compiler meets first must not matter.
        var found = new BoundAssembly(
            _compilation.AssemblyName ?? "",
            types.OrderBy(type => type.FullName, StringComparer.Ordinal).ThenBy(type => type.TypeOf, StringComparer.Ordinal).ToEquatableArray(),
            _hasUnnamed);
        return found.Types.Count == 0 && !found.HasUnnamed ? null : found;
    }

    private BoundType? Read(INamedTypeSymbol type)
    {
        var isClass = type is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false };
        if (!(isClass || type.TypeKind == TypeKind.Interface) || type.IsImplicitlyDeclared || !_purposes.MayDeclare(type))
            return null;

        var isDeclared = _purposes.IsDeclared(type);
        var obstacle = ObstacleOf(type);
        var contracts = obstacle is null ? _contracts.Of(type) : EquatableArray<BoundContract>.Empty;
        var background = isClass ? _purposes.OfBackground(type)?.ToEquatableArray() : null;
        var works = background is not null || contracts.Any(static contract => contract.Members.Any(static member => member.Accessors.Any(static accessor => accessor.Purposes is not null)));
        // Of an interface that cannot be implemented it is not known what works; whoever implements it must not stay unbound.
        if (!works && !(isDeclared && (isClass || obstacle is not null)))
            return null;
        if (!_compilation.IsSymbolAccessibleWithin(type, _compilation.Assembly) || IsInGeneric(type) || type.IsFileLocal || MemberReader.IsUncallable(type))
        {
            _hasUnnamed |= isDeclared && (isClass || works);
            return null;
        }

        var hindrance = isClass ? _contracts.Hindrance(type) : null;
        obstacle ??= works ? null
            : hindrance is not null ? hindrance
            : type.BaseType is { SpecialType: not SpecialType.System_Object } ? "no member of an interface of it works for them; what its base class does works for what that class declares, so declare them there"
            : "no member of an interface of it works for them";
        return new(
            SymbolNames.FullName(type), TypeTexts.Open(type), TypeTexts.Of(type), TypeTexts.Parameters(type.TypeParameters), TypeTexts.Constraints(type.TypeParameters).ToEquatableArray(),
            isDeclared, !isClass, obstacle, hindrance, contracts, background, _hasAsyncDisposal, isClass && IsPlain(type));
    }

    private string? ObstacleOf(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
            return _contracts.Hindrance(type);
        return _purposes.OfBackground(type) is not null && _purposes.StartsForOthers(type) ? "StartAsync, StopAsync and ExecuteAsync declare different purposes" : null;
    }

    private static bool IsPlain(INamedTypeSymbol type) =>
        type.InstanceConstructors.Where(static one => one.DeclaredAccessibility == Accessibility.Public).ToArray() is [{ Parameters.IsEmpty: true } only] && !MemberReader.IsUncallable(only)
        && !type.AllInterfaces.Any(static one => one is { Name: "IDisposable" or "IAsyncDisposable", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
        && !HasRequired(type);

    /// <summary>A container makes it all the same, by reflection.</summary>
    private static bool HasRequired(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
                return true;
        }

        return false;
    }

    private static bool IsInGeneric(INamedTypeSymbol type)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsGenericType)
                return true;
        }

        return false;
    }
}
