using System.Threading;
using Ethics.Crm.FlowAnalysis.Transfer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>Static members of the program that get a constant where they are declared and nothing afterwards: <c>static readonly bool Enabled = false;</c> is a constant in all but name.</summary>
internal sealed class SettledMembers(BodyProvider bodies, CancellationToken cancellationToken)
{
    private readonly Dictionary<ISymbol, Optional<object?>> known = new(SymbolEqualityComparer.Default);

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

    private Optional<object?> Find(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences is not [var reference] || IsSetByAConstructor(member))
        {
            return default;
        }

        return reference.GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax field => Set(field.Initializer, ((IFieldSymbol)member).Type),
            PropertyDeclarationSyntax { AccessorList.Accessors: [{ Body: null, ExpressionBody: null }] } property when !property.Modifiers.Any(static one => one.Kind() is SyntaxKind.AbstractKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.PartialKeyword or SyntaxKind.ExternKeyword) => Set(property.Initializer, ((IPropertySymbol)member).Type),
            _ => default,
        };
    }

    private Optional<object?> Set(EqualsValueClauseSyntax? initializer, ITypeSymbol type)
        => initializer is null ? ConstantValues.DefaultOf(type)
            : bodies.OperationAt(initializer.Value, cancellationToken) is { ConstantValue: { HasValue: true, Value: var value } } ? ConstantValues.As(value, type)
            : default;

    /// <summary>Nothing else can set it. One that only names the member is taken for one that sets it.</summary>
    private bool IsSetByAConstructor(ISymbol member)
        => member.ContainingType.StaticConstructors.SelectMany(static constructor => constructor.DeclaringSyntaxReferences)
            .Any(reference => reference.GetSyntax(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == member.Name));
}
