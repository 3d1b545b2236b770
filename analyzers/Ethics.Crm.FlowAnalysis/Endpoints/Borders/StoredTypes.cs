using System.Collections.Concurrent;
using System.Threading;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Borders;

/// <summary>Types whose objects are written to a database, or are about a person: what lies in a member without label there has lost its own when it comes back.</summary>
internal sealed class StoredTypes(Compilation compilation, PolicyTable? table, MemberLabels labels)
{
    private static readonly string[] Contexts = ["Microsoft.EntityFrameworkCore.DbContext", "System.Data.Entity.DbContext"];

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> cache = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, byte> configured = new(SymbolEqualityComparer.Default);
    private readonly Lazy<HashSet<INamedTypeSymbol>> mapped = new(() => Mapped(compilation));

    /// <summary><c>modelBuilder.Entity&lt;T&gt;()</c>. Only while the compiler works: nobody asks before its end.</summary>
    public void Note(IMethodSymbol called)
    {
        if (called is { Name: "Entity", TypeArguments: [INamedTypeSymbol entity], ContainingType: { Name: "ModelBuilder" or "DbModelBuilder" } })
        {
            configured.TryAdd(entity.OriginalDefinition, 0);
        }
    }

    /// <summary>Whether the member is kept in such an object. Private fields are what stands behind a property.</summary>
    public bool Keeps(ISymbol member, ITypeSymbol? receiver, CancellationToken cancellationToken)
        => member is IPropertySymbol { IsStatic: false, IsIndexer: false } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: not Accessibility.Private }
            && (receiver as INamedTypeSymbol ?? member.ContainingType)?.OriginalDefinition is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAnonymousType: false, IsTupleType: false } type
            && !SymbolNames.IsExtensionBlock(member.ContainingType)
            && IsStored(type, cancellationToken)
            && !IsAnotherName(member, cancellationToken)
            && !member.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "NotMappedAttribute" });

    /// <summary>A property that somebody wrote, and that puts what it is given behind a label: there it is judged. One that keeps it in a field without label, or hands it on, is asked itself.</summary>
    private bool IsAnotherName(ISymbol member, CancellationToken cancellationToken)
    {
        if (member is not IPropertySymbol { SetMethod.DeclaringSyntaxReferences: [var reference] } || reference.GetSyntax(cancellationToken) is not AccessorDeclarationSyntax setter || (setter.Body is null && setter.ExpressionBody is null))
        {
            return false;
        }

        var isLabelled = false;
        foreach (var name in setter.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            var named = member.ContainingType.GetMembers(name.Identifier.ValueText).FirstOrDefault(static one => one is IFieldSymbol or IPropertySymbol);
            if (named is IFieldSymbol && labels.Of(named, cancellationToken).IsEmpty)
            {
                return false;
            }

            isLabelled |= named is not null && name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name && !labels.Of(named, cancellationToken).IsEmpty;
        }

        return isLabelled && !setter.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.FieldKeyword) || token.ValueText == "field");
    }

    /// <summary>Whether objects of the type are written to a database, or are about a person.</summary>
    public bool IsStored(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!cache.TryGetValue(type, out var isStored))
        {
            isStored = Find(type, cancellationToken);
            cache.TryAdd(type, isStored);
        }

        return isStored;
    }

    private bool Find(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType?.OriginalDefinition)
        {
            if (configured.ContainsKey(current) || mapped.Value.Contains(current) || table?.IsEntity(SymbolNames.FullName(current)) == true
                || current.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "TableAttribute" or "DataSubjectAttribute" } named && SymbolNames.FullName(named) is Table or AttributeNames.DataSubject)
                || current.GetMembers().Any(member => IsAboutAPerson(member, cancellationToken)))
            {
                return true;
            }
        }

        return false;
    }

    private const string Table = "System.ComponentModel.DataAnnotations.Schema.TableAttribute";

    private bool IsAboutAPerson(ISymbol member, CancellationToken cancellationToken)
        => member is IPropertySymbol { IsStatic: false } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false }
            && (!labels.Of(member, cancellationToken).IsEmpty || member.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "DataSubjectIdAttribute" } named && SymbolNames.FullName(named) == AttributeNames.DataSubjectId));

    /// <summary>What the contexts of this compilation have sets of, and what its configurations are for.</summary>
    private static HashSet<INamedTypeSymbol> Mapped(Compilation compilation)
    {
        var found = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        if (Contexts.All(name => compilation.GetTypeByMetadataName(name) is null))
        {
            return found;
        }

        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(compilation.Assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            foreach (var container in pending.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                pending.Push(container);
                if (container is INamedTypeSymbol { TypeKind: TypeKind.Class } type)
                {
                    foreach (var entity in EntitiesOf(type))
                    {
                        found.Add(entity.OriginalDefinition);
                    }
                }
            }
        }

        return found;
    }

    private static IEnumerable<INamedTypeSymbol> EntitiesOf(INamedTypeSymbol type)
        => type.GetMembers().OfType<IPropertySymbol>().Select(static property => property.Type).Where(static held => held is INamedTypeSymbol { Name: "DbSet" or "IDbSet" })
            .Concat(type.AllInterfaces.Where(static contract => contract.Name == "IEntityTypeConfiguration"))
            .Concat(type.BaseType is { Name: "EntityTypeConfiguration" } configuration ? [configuration] : [])
            .SelectMany(static generic => ((INamedTypeSymbol)generic).TypeArguments.OfType<INamedTypeSymbol>());
}
