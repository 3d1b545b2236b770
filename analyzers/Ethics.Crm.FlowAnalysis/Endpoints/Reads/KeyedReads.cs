using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Reads;

/// <summary>What one use of a keyed member takes.</summary>
/// <param name="Labels">Empty where nothing labelled lies under the keys that are known.</param>
/// <param name="Key">The key that gave the label, for messages; null when none did.</param>
/// <param name="IsOpen">True when a key is no constant: what lies there is not known.</param>
internal sealed record KeyedUse(ImmutableArray<DeclaredLabel> Labels, string? Key, bool IsOpen);

/// <summary>Reads of values under string keys, where the policy labels them by a constant argument.</summary>
internal sealed class KeyedReads(Compilation compilation, KeyedMembers members)
{
    /// <summary>Static members that a key names, with the text that they stand for; null for one that is no constant.</summary>
    private readonly ConcurrentDictionary<ISymbol, string?> settled = new(SymbolEqualityComparer.Default);

    /// <inheritdoc cref="KeyedMembers.IsUsed"/>
    public bool IsUsed => members.IsUsed;

    /// <summary>Whether the label of the member depends on a key.</summary>
    public bool MayBe(ISymbol member, ITypeSymbol? receiver) => members.IsUsed && members.Of(member, receiver) is { IsEmpty: false };

    /// <summary>Null when the label of the member does not depend on a key.</summary>
    public KeyedUse? Of(IOperation operation, ISymbol member, ITypeSymbol? receiver, CancellationToken cancellationToken)
    {
        if (!members.IsUsed || members.Of(member, ReceiverLabels.Class(receiver) ?? receiver) is not { IsEmpty: false } keyed)
        {
            return null;
        }

        var values = Values(operation, cancellationToken);
        var labels = members.Labels(member, keyed, declaration => Named(declaration, values), cancellationToken);
        var key = keyed
            .SelectMany(declaration => declaration.Keys, (declaration, field) => (declaration, field))
            .FirstOrDefault(one => one.field.Entry is not null && one.field.Arguments.All(Named(one.declaration.Declaration, values).Contains)).field;
        var isOpen = keyed.Any(declaration => declaration.Keys.Any(field => field.Entry is not null && field.Arguments.Any(argument => IsOpen(declaration.Declaration, argument.Key, values))));
        return new KeyedUse(labels, key is null ? null : KeyedMembers.Words(key), isOpen);
    }

    /// <summary>By ordinal, because an override may call its parameter otherwise than the declaration that the policy names. A delegate has no arguments: whoever calls it gives the key.</summary>
    private Dictionary<int, (bool IsKnown, string? Text)> Values(IOperation operation, CancellationToken cancellationToken)
    {
        var arguments = (operation is IArgumentOperation ? operation.Parent : operation) switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IPropertyReferenceOperation property => property.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        var values = new Dictionary<int, (bool, string?)>();
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                values[parameter.Ordinal] = Constant(argument.Value, cancellationToken);
            }
        }

        return values;
    }

    private (bool IsKnown, string? Text) Constant(IOperation value, CancellationToken cancellationToken)
    {
        while (value is IConversionOperation { ConstantValue.HasValue: false } conversion)
        {
            value = conversion.Operand;
        }

        return value switch
        {
            { ConstantValue: { HasValue: true, Value: var constant } } => (true, constant as string),
            IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } when Settled(field, cancellationToken) is { } text => (true, text),
            IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null } property } when Settled(property, cancellationToken) is { } text => (true, text),
            _ => (false, null),
        };
    }

    private string? Settled(ISymbol member, CancellationToken cancellationToken)
        => settled.TryGetValue(member, out var text) ? text : settled.GetOrAdd(member, Find(member, cancellationToken));

    /// <summary>A <c>static readonly</c> field of this compilation that only its constant initialiser can have set, or a property without setter that is such a constant.</summary>
    private string? Find(ISymbol member, CancellationToken cancellationToken)
    {
        if (member.DeclaringSyntaxReferences is not [var reference] || ConstantOf(reference.GetSyntax(cancellationToken)) is not { } value
            || (value.Parent is EqualsValueClauseSyntax && member.ContainingType.StaticConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared)) || !compilation.ContainsSyntaxTree(value.SyntaxTree))
        {
            return null;
        }

        return compilation.GetSemanticModel(value.SyntaxTree).GetConstantValue(value, cancellationToken).Value as string;
    }

    private static ExpressionSyntax? ConstantOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax field => field.Initializer?.Value,
        PropertyDeclarationSyntax property when property.Modifiers.Any(static one => one.Kind() is SyntaxKind.AbstractKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.PartialKeyword or SyntaxKind.ExternKeyword) => null,
        PropertyDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
        PropertyDeclarationSyntax { AccessorList.Accessors: [{ Body: null, ExpressionBody: null }] } property => property.Initializer?.Value,
        PropertyDeclarationSyntax { AccessorList.Accessors: [{ ExpressionBody: { } body }] } => body.Expression,
        PropertyDeclarationSyntax { AccessorList.Accessors: [{ Body.Statements: [ReturnStatementSyntax returned] }] } => returned.Expression,
        _ => null,
    };

    private static IReadOnlyList<KeyValuePair<string, string>> Named(ISymbol declaration, Dictionary<int, (bool IsKnown, string? Text)> values)
        => Parameters(declaration)
            .Where(parameter => values.TryGetValue(parameter.Ordinal, out var value) && value.Text is not null)
            .Select(parameter => new KeyValuePair<string, string>(parameter.Name, values[parameter.Ordinal].Text!))
            .ToList();

    private static bool IsOpen(ISymbol declaration, string name, Dictionary<int, (bool IsKnown, string? Text)> values)
        => Parameters(declaration).FirstOrDefault(parameter => parameter.Name == name) is { } parameter
            && !(values.TryGetValue(parameter.Ordinal, out var value) && value.IsKnown);

    private static ImmutableArray<IParameterSymbol> Parameters(ISymbol declaration) => declaration switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        // What a call hands out through an `out` or `ref` parameter lies under a key that another one gives.
        IParameterSymbol { ContainingSymbol: { } owner and not IParameterSymbol } => Parameters(owner),
        _ => ImmutableArray<IParameterSymbol>.Empty,
    };
}
