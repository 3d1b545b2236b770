using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Bindings;

/// <summary>What the types and members of an assembly work for, by the table that the rules judge by.</summary>
internal sealed class PurposesOfTypes
{
    private const string BackgroundService = "Microsoft.Extensions.Hosting.BackgroundService";

    private readonly DeclaredPurposes _declared;
    private readonly MemberPurposes _members;
    private readonly bool _isDeclaredForAll;
    private readonly Dictionary<INamedTypeSymbol, bool> _speaking = new(SymbolEqualityComparer.Default);

    public PurposesOfTypes(Compilation compilation, ParsedPolicy policy)
    {
        _declared = new(new AttributeArguments(new PolicyConstants(policy.Document), compilation));
        _members = new(compilation, policy.Table, _declared);
        _isDeclaredForAll = policy.Table is { Document.Code.Count: > 0 } || _declared.Own(compilation.Assembly) is not null;
    }

    /// <summary>Null where nothing is declared. A list that names nothing is one that nothing permits.</summary>
    public string[]? Of(ISymbol member) => _members.Of(member) switch
    {
        { Origin: PurposeOrigin.Declared, Names: { IsEmpty: false } names } => [.. names],
        { Origin: PurposeOrigin.Declared } => ["(none)"],
        _ => null,
    };

    /// <summary>False for nearly all types of a program: nothing in or above them speaks of purposes.</summary>
    public bool MayDeclare(INamedTypeSymbol type) => _isDeclaredForAll || IsDeclared(type);

    /// <summary>Whether an attribute on the type, its members, or what it derives from speaks of purposes.</summary>
    public bool IsDeclared(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (_declared.Own(outer) is not null)
                return true;
        }

        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (Speaks(current))
                return true;
        }

        return type.AllInterfaces.Any(Speaks);
    }

    /// <summary>What the background work of a class is for; null for a class without.</summary>
    public string[]? OfBackground(INamedTypeSymbol type) => Overridden(type, "ExecuteAsync") is { } execute ? Of(execute) : null;

    /// <summary>Whether what a background service does at its start or end is for other purposes than its work: the container cannot tell them apart.</summary>
    public bool StartsForOthers(INamedTypeSymbol type)
    {
        var work = OfBackground(type)!;
        return new[] { Overridden(type, "StartAsync"), Overridden(type, "StopAsync") }
            .Any(method => method is not null && (Of(method) is not { } purposes || !new HashSet<string>(purposes).SetEquals(work)));
    }

    private bool Speaks(INamedTypeSymbol type)
    {
        var definition = type.OriginalDefinition;
        if (!_speaking.TryGetValue(definition, out var speaks))
        {
            speaks = _declared.Own(definition) is not null
                || definition.GetMembers().Any(member => member is IMethodSymbol { IsImplicitlyDeclared: false } or IPropertySymbol && _declared.Own(member) is not null);
            _speaking.Add(definition, speaks);
        }

        return speaks;
    }

    private static IMethodSymbol? Overridden(INamedTypeSymbol type, string name)
    {
        var isBackground = false;
        for (var current = type.BaseType; current is not null && !isBackground; current = current.BaseType)
            isBackground = current.Name == "BackgroundService" && SymbolNames.FullName(current) == BackgroundService;
        for (var current = type; isBackground && current is not null && SymbolNames.FullName(current) != BackgroundService; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(static method => method.IsOverride) is { } found)
                return found;
        }

        return null;
    }
}
