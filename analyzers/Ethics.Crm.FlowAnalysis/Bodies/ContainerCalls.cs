using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>What calls have to do with containers, told by symbols: who hands a collection on, who names types, who asks for a service.</summary>
internal static class ContainerCalls
{
    public const string Collection = "IServiceCollection";
    public const string Descriptor = "ServiceDescriptor";

    private static readonly string[] Adding = ["Add", "TryAdd", "Configure", "PostConfigure", "Replace", "RemoveAll", "Use"];

    /// <summary>Whether a value of this type is a collection of registrations, or hands one out as a list.</summary>
    public static bool IsCollection(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: Collection or "ServiceCollection" } or INamedTypeSymbol { TypeArguments: [{ Name: Descriptor }] };

    /// <summary>Whether it is a method of the libraries that define what registering means; a library of somebody else may have methods of the same names.</summary>
    public static bool IsOfFramework(ISymbol member)
        => member.ContainingAssembly?.Name is { } name && (IsNamed(name, "System") || IsNamed(name, "Microsoft") || IsNamed(name, "Ethics.Crm") || name is "mscorlib" or "netstandard");

    /// <summary>The same, or of the code that declares the collection.</summary>
    public static bool IsOfContainer(IMethodSymbol method)
        => IsOfFramework(method) || (method is { ContainingNamespace.Name: "DependencyInjection", Parameters: [{ Type: INamedTypeSymbol { Name: Collection } collection }, ..] } && SymbolEqualityComparer.Default.Equals(collection.ContainingAssembly, method.ContainingAssembly));

    /// <summary>Whether a container is asked for one service.</summary>
    public static bool IsAsking(IMethodSymbol method)
        => method.Name is "GetService" or "GetRequiredService" or "GetKeyedService" or "GetRequiredKeyedService" or "GetServices" or "GetKeyedServices" && IsOfFramework(method);

    /// <summary>Whether code that nobody sees makes an object of a class, with what it is handed beside what a container has.</summary>
    public static bool IsMaking(IMethodSymbol method)
        => method.Name is "CreateInstance" or "CreateInstanceFrom" or "CreateFactory" or "UseMiddleware" or "AddTypeActivatedCheck" || (method.Name == "Invoke" && method.ContainingType?.Name is "ConstructorInfo" or "ConstructorInvoker");

    /// <summary>Whether it belongs to a collection of registrations that a library has written, and so may register what it likes.</summary>
    public static bool IsOfOtherCollection(IMethodSymbol method)
        => method is { IsStatic: false, ContainingType: { TypeKind: TypeKind.Class } type } && method.MethodKind != MethodKind.Constructor && !IsOfFramework(method) && type.AllInterfaces.Any(static contract => contract.Name == Collection);

    /// <summary>Whether a method of the framework may register something by what it is called.</summary>
    public static bool IsRegisteringByName(IMethodSymbol method)
        => method.Name.StartsWith("Add", StringComparison.Ordinal) || method.Name.StartsWith("Register", StringComparison.Ordinal) || method.Name.StartsWith("With", StringComparison.Ordinal);

    /// <summary>Whether it does no more than to say what is registered, or to take something out, by its own name.</summary>
    public static bool IsAdding(IMethodSymbol method)
    {
        if (!IsOfFramework(method) && !IsOfContainer(method))
        {
            return false;
        }

        foreach (var start in Adding)
        {
            if (method.Name.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the compiler has written what reads and sets it.</summary>
    public static bool IsAutomatic(IPropertySymbol property)
        => property is { IsVirtual: false, IsOverride: false, IsAbstract: false } && property.ContainingType.GetMembers().Any(member => member is IFieldSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property.OriginalDefinition));

    /// <summary>The types that the name of a method holds, with those of the class where no object says them.</summary>
    public static IEnumerable<ITypeSymbol> TypesNamedBy(IMethodSymbol method)
        => method.MethodKind == MethodKind.Constructor || method.IsStatic ? method.TypeArguments.Concat(method.ContainingType.TypeArguments) : method.TypeArguments;

    /// <summary>What a call is made on, or is handed first.</summary>
    public static IOperation? Receiver(IInvocationOperation call)
        => call.Instance ?? call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value;

    /// <summary>What takes the value.</summary>
    public static IOperation? TakerOf(IOperation value)
    {
        var parent = value.Parent;
        while (parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IArgumentOperation)
        {
            parent = parent.Parent;
        }

        return parent;
    }

    /// <summary>Whether a value of this type is a type, or some of them.</summary>
    public static bool IsReflected(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsReflected(array.ElementType),
        INamedTypeSymbol { Name: "Type" or "TypeInfo" or "Assembly" or "Module" } => true,
        INamedTypeSymbol { TypeArguments: [var element] } => IsReflected(element),
        _ => false,
    };

    /// <summary>The types that an argument names. Null where it may be one that it does not name.</summary>
    public static IReadOnlyList<ITypeSymbol>? Named(IOperation value)
    {
        var inner = Conversions.Through(value);
        switch (inner)
        {
            case ITypeOfOperation named:
                return [named.TypeOperand];
            case IArrayCreationOperation array:
                var all = new List<ITypeSymbol>();
                foreach (var element in array.Initializer is { } initializer ? initializer.ElementValues.AsEnumerable() : [])
                {
                    if (Named(element) is not { } some)
                    {
                        return null;
                    }

                    all.AddRange(some);
                }

                return all;
            case { ConstantValue: { HasValue: true, Value: null } }:
                return [];
            default:
                return IsReflected(inner.Type) ? null : [];
        }
    }

    public static bool HasTypeParameter(ITypeSymbol? type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => HasTypeParameter(array.ElementType),
        INamedTypeSymbol named => HasTypeParameter(named.ContainingType) || named.TypeArguments.Any(HasTypeParameter),
        _ => false,
    };

    private static bool IsNamed(string name, string start)
        => name.StartsWith(start, StringComparison.Ordinal) && (name.Length == start.Length || name[start.Length] == '.');
}
