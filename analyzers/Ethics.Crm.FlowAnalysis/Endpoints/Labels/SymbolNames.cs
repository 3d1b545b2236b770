using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>Full C# names as the policy writes them: dots throughout, no arity, <c>T.ctor</c> for constructors, <c>T.this[]</c> for indexers.</summary>
internal static class SymbolNames
{
    private static readonly ConditionalWeakTable<ISymbol, string> FullNames = new();
    private static readonly ConditionalWeakTable<ISymbol, string> Displayed = new();

    public static string FullName(ISymbol symbol) => FullNames.GetValue(
        symbol.OriginalDefinition,
        static definition =>
        {
            var text = new StringBuilder(64);
            Append(text, definition);
            return text.ToString();
        });

    /// <summary>As messages name it: <c>Contact.Email</c>, nested types included, without the namespace.</summary>
    public static string Display(ISymbol symbol) => Displayed.GetValue(symbol, static one => DisplayOf(one));

    private static string DisplayOf(ISymbol symbol)
    {
        switch (symbol)
        {
            case IParameterSymbol parameter:
                return Display(parameter.ContainingSymbol) + "#" + parameter.Name;
            case IMethodSymbol { AssociatedSymbol: { } associated }:
                return Display(associated);
            case IMethodSymbol { MethodKind: MethodKind.AnonymousFunction }:
                // A lambda has no name; the member in which it stands has.
                return Display(symbol.ContainingSymbol);
            case IMethodSymbol { Name: "<Main>$" }:
                return symbol.ContainingType.Name;
        }

        var text = new StringBuilder(48);
        for (var type = symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (!IsExtensionBlock(type))
            {
                text.Insert(0, type.Name + ".");
            }
        }

        return text.Append(symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => symbol.ContainingType.Name,
            IMethodSymbol { MethodKind: MethodKind.Destructor } => "~" + symbol.ContainingType.Name,
            IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } method => OperatorName(method),
            _ => SimpleName(symbol),
        }).ToString();
    }

    /// <summary>The form in which <c>LabelSource.Member</c> names a declaration: a method's return value with its parameter types, a parameter behind <c>#</c>.</summary>
    public static string LabelName(ISymbol declaration) => declaration switch
    {
        IMethodSymbol method => WithTypes(method),
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter => WithTypes(method) + "#" + parameter.Name,
        IParameterSymbol parameter => FullName(parameter.ContainingSymbol) + "#" + parameter.Name,
        _ => FullName(declaration),
    };

    private static string WithTypes(IMethodSymbol method)
        => FullName(method) + "(" + string.Join(",", ParameterTypes(method)) + ")";

    /// <summary>The types by which the policy tells an overload from others; what a type parameter stands for in a call does not matter.</summary>
    public static string[] ParameterTypes(IMethodSymbol method)
        => method.OriginalDefinition.Parameters.Select(static parameter => TypeName(parameter.Type)).ToArray();

    /// <summary>To whoever writes a name, what an extension block declares belongs to the class around it.</summary>
    public static bool IsExtensionBlock(ISymbol symbol) => symbol is INamedTypeSymbol { Name.Length: 0, ContainingType: not null };

    private static void Append(StringBuilder text, ISymbol symbol)
    {
        if (IsExtensionBlock(symbol))
        {
            Append(text, symbol.ContainingType);
            return;
        }

        if (symbol.ContainingType is { } type)
        {
            Append(text, type);
            text.Append('.');
        }
        else if (symbol.ContainingNamespace is { IsGlobalNamespace: false } space)
        {
            Append(text, space);
            text.Append('.');
        }

        text.Append(SimpleName(symbol));
    }

    /// <summary>As it is declared: <c>operator +</c>, <c>implicit operator string</c>. The policy names it as the compiler does, <c>op_Addition</c>.</summary>
    private static string OperatorName(IMethodSymbol method)
    {
        var keyword = SyntaxFacts.GetText(SyntaxFacts.GetOperatorKind(method.Name));
        return method.MethodKind == MethodKind.Conversion
            ? $"{keyword} operator {method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}"
            : $"operator {keyword}";
    }

    private static string SimpleName(ISymbol symbol)
    {
        switch (symbol)
        {
            case IPropertySymbol { IsIndexer: true }:
                return "this[]";
            case IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor }:
                return "ctor";
            default:
                // An explicit implementation is called "Acme.IContact.Email" by the compiler.
                var dot = symbol.Name.LastIndexOf('.');
                return dot >= 0 ? symbol.Name.Substring(dot + 1) : symbol.Name;
        }
    }

    private static string TypeName(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => TypeName(array.ElementType) + "[" + new string(',', array.Rank - 1) + "]",
        IPointerTypeSymbol pointer => TypeName(pointer.PointedAtType) + "*",
        ITypeParameterSymbol parameter => parameter.Name,
        IDynamicTypeSymbol => "System.Object",
        _ => FullName(type),
    };
}
