using System.Threading;
using Ethics.Crm.FlowAnalysis.Transfer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>Static members of the program that get a constant where they are declared and nothing afterwards: <c>static readonly bool Enabled = false;</c> is a constant in all but name.</summary>
internal sealed class SettledMembers(BodyProvider bodies, CancellationToken cancellationToken)
{
    private readonly Dictionary<ISymbol, Optional<object?>> known = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ITypeSymbol?> made = new(SymbolEqualityComparer.Default);

    /// <summary>No value for a member that is set anywhere else, or to what only the run time knows.</summary>
    /// <param name="member">A field that is <c>readonly</c>, or a property that nobody can set.</param>
    public Optional<object?> Of(ISymbol member)
    {
        if (!known.TryGetValue(member, out var value))
        {
            known.Add(member, value = Find(member));
        }

        return value;
    }

    /// <summary>The class of the object that a member is made with where it is declared, and that it keeps; null where that is not known.</summary>
    /// <param name="member">As above, but of any object: <c>private readonly IMask mask = new FullMask();</c></param>
    public ITypeSymbol? MadeAs(ISymbol member)
    {
        if (!made.TryGetValue(member, out var type))
        {
            made.Add(member, type = FindMade(member));
        }

        return type;
    }

    private ITypeSymbol? FindMade(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences is not [var reference] || member.ContainingType.TypeKind != TypeKind.Class || InitializerOf(reference.GetSyntax(cancellationToken)) is not { Value: BaseObjectCreationExpressionSyntax creation } || IsSetLater(member))
        {
            return null;
        }

        return bodies.OperationAt(creation, cancellationToken) is IObjectCreationOperation { Type: { TypeKind: TypeKind.Class } type } ? type.OriginalDefinition : null;
    }

    private static EqualsValueClauseSyntax? InitializerOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax field => field.Initializer,
        PropertyDeclarationSyntax { AccessorList.Accessors: [{ Body: null, ExpressionBody: null }] } property when !property.Modifiers.Any(static one => one.Kind() is SyntaxKind.AbstractKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.PartialKeyword or SyntaxKind.ExternKeyword) => property.Initializer,
        _ => null,
    };

    /// <summary>Whether a constructor, or what sets a property of a new object, names it.</summary>
    private bool IsSetLater(ISymbol member)
        => member.ContainingType.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantNodes())
            .Any(node => node is ConstructorDeclarationSyntax or AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.InitAccessorDeclaration } && node.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == member.Name));

    private Optional<object?> Find(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences is not [var reference])
        {
            return default;
        }

        var declaration = reference.GetSyntax(cancellationToken);
        if (declaration is PropertyDeclarationSyntax computed && !IsOverridable(computed) && Returned(computed) is { } returned)
        {
            return bodies.OperationAt(returned, cancellationToken) is { ConstantValue: { HasValue: true, Value: var always } } ? ConstantValues.As(always, ((IPropertySymbol)member).Type) : default;
        }

        return IsSetByAConstructor(member) ? default : declaration switch
        {
            VariableDeclaratorSyntax field => Set(field.Initializer, ((IFieldSymbol)member).Type),
            PropertyDeclarationSyntax { AccessorList.Accessors: [{ Body: null, ExpressionBody: null }] } property when !IsOverridable(property) => Set(property.Initializer, ((IPropertySymbol)member).Type),
            _ => default,
        };
    }

    private static bool IsOverridable(PropertyDeclarationSyntax property)
        => property.Modifiers.Any(static one => one.Kind() is SyntaxKind.AbstractKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.PartialKeyword or SyntaxKind.ExternKeyword);

    /// <summary>What a getter that does nothing else hands out: <c>static bool Enabled => false;</c></summary>
    private static ExpressionSyntax? Returned(PropertyDeclarationSyntax property) => property switch
    {
        { ExpressionBody: { } body } => body.Expression,
        { AccessorList.Accessors: [{ ExpressionBody: { } body }] } => body.Expression,
        { AccessorList.Accessors: [{ Body.Statements: [ReturnStatementSyntax returned] }] } => returned.Expression,
        _ => null,
    };

    private Optional<object?> Set(EqualsValueClauseSyntax? initializer, ITypeSymbol type)
        => initializer is null ? ConstantValues.DefaultOf(type)
            : bodies.OperationAt(initializer.Value, cancellationToken) is { ConstantValue: { HasValue: true, Value: var value } } ? ConstantValues.As(value, type)
            : default;

    /// <summary>Nothing else can set it. One that only names the member is taken for one that sets it.</summary>
    private bool IsSetByAConstructor(ISymbol member)
        => member.ContainingType.StaticConstructors.SelectMany(static constructor => constructor.DeclaringSyntaxReferences)
            .Any(reference => reference.GetSyntax(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == member.Name));
}
