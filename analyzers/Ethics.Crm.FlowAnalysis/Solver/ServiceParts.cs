using System.Threading;
using Ethics.Crm.FlowAnalysis.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>What a container puts into the members of an object that it makes: of classes whose constructors only keep what they are handed.</summary>
internal sealed class ServiceParts(InjectedMembers members, CancellationToken cancellationToken)
{
    private readonly Dictionary<INamedTypeSymbol, IReadOnlyList<(ISymbol Member, IParameterSymbol Parameter)>?> known = new(SymbolEqualityComparer.Default);

    /// <summary>The members, and the parameters of constructors whose values they hold. Null where a constructor does more than that.</summary>
    public IReadOnlyList<(ISymbol Member, IParameterSymbol Parameter)>? Of(INamedTypeSymbol type)
    {
        if (!known.TryGetValue(type, out var found))
        {
            known.Add(type, found = Find(type));
        }

        return found;
    }

    private IReadOnlyList<(ISymbol Member, IParameterSymbol Parameter)>? Find(INamedTypeSymbol type)
    {
        var found = new List<(ISymbol, IParameterSymbol)>();
        foreach (var constructor in type.InstanceConstructors)
        {
            var isPrimary = Initializers.IsPrimary(constructor);
            var names = new HashSet<string>(constructor.Parameters.Select(static parameter => parameter.Name), StringComparer.Ordinal);
            var declared = (isPrimary ? type.DeclaringSyntaxReferences : constructor.DeclaringSyntaxReferences).Select(reference => reference.GetSyntax(cancellationToken)).ToArray();
            foreach (var used in declared.SelectMany(static syntax => syntax.DescendantNodes()).OfType<IdentifierNameSyntax>().Where(name => names.Contains(name.Identifier.ValueText)))
            {
                if (isPrimary && !IsRunByConstructor(used))
                {
                    continue;
                }

                if (Kept(used, type) is not { IsAllowed: true, Name: var kept })
                {
                    return null;
                }

                if (kept is not null)
                {
                    var member = Services.MembersOf(type).FirstOrDefault(one => one.Name == kept && one is IFieldSymbol { AssociatedSymbol: null } or IPropertySymbol);
                    if (member is null)
                    {
                        return null;
                    }

                    found.Add((member, constructor.Parameters.First(parameter => parameter.Name == used.Identifier.ValueText)));
                }
            }

            if (isPrimary)
            {
                found.AddRange(constructor.Parameters.Select(static parameter => ((ISymbol)parameter, parameter)));
            }

            if (!AddOfBase(type, constructor, found))
            {
                return null;
            }
        }

        return found;
    }

    private bool AddOfBase(INamedTypeSymbol type, IMethodSymbol constructor, List<(ISymbol, IParameterSymbol)> found)
    {
        if (type.BaseType is not { SpecialType: SpecialType.None } parent)
        {
            return true;
        }

        if (!SymbolEqualityComparer.Default.Equals(parent.ContainingAssembly, type.ContainingAssembly) || Of(parent.OriginalDefinition) is not { } parts)
        {
            return false;
        }

        foreach (var (member, parameter) in parts)
        {
            if (members.HandedToBase(constructor, (IMethodSymbol)parameter.ContainingSymbol, parameter) is not { } handed || InjectedMembers.Parameter(type, handed) is not { } own)
            {
                return false;
            }

            found.Add((member, own));
        }

        return true;
    }

    /// <summary>Whether the name stands in what runs when an object is made, and not in a method.</summary>
    private static bool IsRunByConstructor(SyntaxNode name)
        => name.Ancestors().FirstOrDefault(static node => node is AnonymousFunctionExpressionSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } } or PrimaryConstructorBaseTypeSyntax or ParameterListSyntax)
            is EqualsValueClauseSyntax or PrimaryConstructorBaseTypeSyntax or AnonymousFunctionExpressionSyntax;

    /// <summary>Where a constructor puts what a parameter holds, if it does nothing else with it.</summary>
    private static (bool IsAllowed, string? Name) Kept(IdentifierNameSyntax used, INamedTypeSymbol type)
    {
        SyntaxNode value = used;
        while (value.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or BinaryExpressionSyntax { Right: ThrowExpressionSyntax })
        {
            value = value.Parent;
        }

        switch (value.Parent)
        {
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax kept, Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax } assignment when assignment.Right == value:
                return (true, kept.Identifier.ValueText);
            case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var kept }, Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax } assignment when assignment.Right == value:
                return (true, kept);
            case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member when member.Name == used && used.Identifier.ValueText.Length > 0 && member.Parent is AssignmentExpressionSyntax target && target.Left == member:
                // A field of the name of the parameter.
                return (true, null);
            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Identifier.ValueText: var kept } }:
                return (true, kept);
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var kept, Parent.Parent: FieldDeclarationSyntax } }:
                return (true, kept);
            case ArgumentSyntax { Parent.Parent: ConstructorInitializerSyntax { ThisOrBaseKeyword.ValueText: "base" } or PrimaryConstructorBaseTypeSyntax }:
                return (SymbolEqualityComparer.Default.Equals(type.BaseType?.ContainingAssembly, type.ContainingAssembly), null);
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: var checker } } when checker.ToString() is "nameof" or "ArgumentNullException.ThrowIfNull":
                return (true, null);
            default:
                return (false, null);
        }
    }
}
