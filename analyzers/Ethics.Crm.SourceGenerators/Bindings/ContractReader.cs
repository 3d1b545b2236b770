using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Bindings;

/// <summary>The interfaces of a class that a decorator implements, each member with what the code behind it works for.</summary>
internal sealed class ContractReader(Compilation compilation, PurposesOfTypes purposes)
{
    private const string Pointer = "has a pointer, which generated code cannot hand on";

    private static readonly HashSet<string> s_disposal = new(StringComparer.Ordinal) { "System.IDisposable", "System.IAsyncDisposable" };

    // What they say of an object holds for this one alone, not for what stands before it; nobody asks a container for them.
    private static readonly HashSet<string> s_ofTheObject = new(StringComparer.Ordinal)
    {
        "System.IEquatable", "System.IComparable", "System.IFormattable", "System.ISpanFormattable", "System.IUtf8SpanFormattable", "System.IConvertible", "System.ICloneable",
    };

    /// <param name="type">A class; or an interface, for whatever implements it.</param>
    public EquatableArray<BoundContract> Of(INamedTypeSymbol type)
    {
        var asked = type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Add(type) : type.AllInterfaces;
        var contracts = new List<BoundContract>();
        foreach (var contract in asked)
        {
            if (!s_ofTheObject.Contains(SymbolNames.FullName(contract)) && CanBeImplemented(contract) && contract.AllInterfaces.All(CanBeImplemented))
                contracts.Add(Read(type, contract, asked));
        }

        return contracts.OrderBy(static contract => contract.Name, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>Why no decorator can implement one of the interfaces of a type; null when one can implement them all. Completes "cannot be bound because".</summary>
    public string? Hindrance(INamedTypeSymbol type)
    {
        var asked = type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Insert(0, type) : type.AllInterfaces;
        foreach (var contract in asked)
        {
            // What a class has static members for alone is no service.
            if (s_ofTheObject.Contains(SymbolNames.FullName(contract)) || !contract.GetMembers().Any(static member => !member.IsStatic && IsAsked(member)))
                continue;
            if (contract.AllInterfaces.Insert(0, contract).Select(HindranceOf).FirstOrDefault(static one => one is not null) is { } hindrance)
                return hindrance + "; put what works for them into an interface without it, or open scopes in the code and say so with LeaveUnbound";
        }

        return null;
    }

    /// <summary>Whether code of this assembly can implement an interface by calling what it gets.</summary>
    private bool CanBeImplemented(INamedTypeSymbol contract) => HindranceOf(contract) is null;

    private string? HindranceOf(INamedTypeSymbol contract)
    {
        if (!compilation.IsSymbolAccessibleWithin(contract, compilation.Assembly) || contract.IsFileLocal || MemberReader.IsUncallable(contract))
            return $"generated code cannot name '{contract.Name}'";
        foreach (var member in contract.GetMembers())
        {
            if (IsAsked(member) && HindranceOf(member) is { } hindrance)
                return $"'{contract.Name}.{((member as IMethodSymbol)?.AssociatedSymbol ?? member).Name}' {hindrance}";
        }

        return null;
    }

    private string? HindranceOf(ISymbol member)
    {
        if (member.IsStatic)
            return "is static and has to come from the class itself";
        if (!compilation.IsSymbolAccessibleWithin(member, compilation.Assembly))
            return "cannot be seen by generated code";
        return member switch
        {
            IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } => "is an operator, which a decorator cannot hand on",
            IMethodSymbol { IsVararg: true } => "takes arguments that generated code cannot hand on",
            IMethodSymbol method when IsPointer(method.ReturnType) || method.Parameters.Any(static parameter => IsPointer(parameter.Type)) => Pointer,
            IPropertySymbol property when IsPointer(property.Type) || property.Parameters.Any(static parameter => IsPointer(parameter.Type)) => Pointer,
            _ => null,
        };
    }

    private static bool IsPointer(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer || (type is IArrayTypeSymbol array && IsPointer(array.ElementType));

    /// <summary>Static members with a body, private and sealed ones are nobody's to implement; what an interface says of a member of its base is that one's.</summary>
    private static bool IsAsked(ISymbol member) => !member.Name.Contains('.') && (member.IsAbstract || (member.IsVirtual && !member.IsStatic)) && member.Kind != SymbolKind.NamedType;

    private BoundContract Read(INamedTypeSymbol type, INamedTypeSymbol contract, IReadOnlyCollection<INamedTypeSymbol> asked)
    {
        var isDisposal = s_disposal.Contains(SymbolNames.FullName(contract));
        var isPartOfAnother = isDisposal && asked.Any(other => !s_disposal.Contains(SymbolNames.FullName(other)) && other.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default));
        var reader = new MemberReader(member => PurposesOf(type, member));
        var members = contract.GetMembers()
            .Where(member => IsAsked(member) && member is IMethodSymbol { AssociatedSymbol: null } or IPropertySymbol or IEventSymbol)
            .Select(reader.Read);
        return new(TypeTexts.Of(contract), OpenServiceOf(type, contract), isDisposal && !isPartOfAnother, members.ToEquatableArray());
    }

    /// <summary>A container fills in the type parameters of a class in the order in which its service has them.</summary>
    private static string? OpenServiceOf(INamedTypeSymbol type, INamedTypeSymbol contract) =>
        type is { IsGenericType: true, TypeKind: TypeKind.Class }
        && contract.TypeArguments.Length == type.TypeParameters.Length
        && contract.TypeArguments.Zip(type.TypeParameters, static (argument, parameter) => SymbolEqualityComparer.Default.Equals(argument, parameter)).All(static same => same)
            ? TypeTexts.Open(contract)
            : null;

    /// <summary>What runs when the member is called on an object of the class.</summary>
    private string[]? PurposesOf(INamedTypeSymbol type, ISymbol member) =>
        purposes.Of((type.TypeKind == TypeKind.Class && type.FindImplementationForInterfaceMember(member) is { } found ? MostDerived(type, found) : member).OriginalDefinition);

    /// <summary>The compiler names the method of the base that implements the interface; an override of it is what runs.</summary>
    private static ISymbol MostDerived(INamedTypeSymbol type, ISymbol implementation)
    {
        if (implementation is not IMethodSymbol method || !(method.IsVirtual || method.IsOverride || method.IsAbstract))
            return implementation;
        for (var current = type; current is not null && !SymbolEqualityComparer.Default.Equals(current, method.ContainingType); current = current.BaseType)
        {
            foreach (var candidate in current.GetMembers(method.Name))
            {
                for (var overridden = (candidate as IMethodSymbol)?.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden, method))
                        return candidate;
                }
            }
        }

        return implementation;
    }
}
