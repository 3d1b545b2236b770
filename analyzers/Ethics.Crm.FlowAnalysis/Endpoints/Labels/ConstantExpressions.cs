using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>Constant string expressions of which parts are constants that do not exist yet.</summary>
internal sealed class ConstantExpressions(PolicyConstants constants, Compilation? compilation)
{
    /// <summary>Own constants may be defined by other constants; a circle is a compile error, so this only has to end.</summary>
    private const int MaximumDepth = 16;

    /// <summary>Appends the strings of an argument: one, or the elements of an array or collection expression.</summary>
    /// <returns>False when some part could not be resolved.</returns>
    public bool TryAppend(ExpressionSyntax expression, string preferredClass, ImmutableArray<string>.Builder values, CancellationToken cancellationToken)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return TryAppend(parenthesized.Expression, preferredClass, values, cancellationToken);
            case ArrayCreationExpressionSyntax { Initializer: var initializer }:
                return initializer is null || AppendAll(initializer.Expressions);
            case ImplicitArrayCreationExpressionSyntax { Initializer: var initializer }:
                return AppendAll(initializer.Expressions);
            case CollectionExpressionSyntax collection:
                return AppendAll(collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression));
            case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.NullLiteralExpression) || literal.IsKind(SyntaxKind.DefaultLiteralExpression):
                return true;
            default:
                if (Value(expression, preferredClass, 0, cancellationToken) is not { } value)
                {
                    return false;
                }

                if (!string.IsNullOrWhiteSpace(value))
                {
                    values.Add(value);
                }

                return true;
        }

        bool AppendAll(IEnumerable<ExpressionSyntax> elements)
        {
            var complete = true;
            foreach (var element in elements)
            {
                complete &= TryAppend(element, preferredClass, values, cancellationToken);
            }

            return complete;
        }
    }

    private string? Value(ExpressionSyntax expression, string preferredClass, int depth, CancellationToken cancellationToken)
    {
        if (depth > MaximumDepth)
        {
            return null;
        }

        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Value(parenthesized.Expression, preferredClass, depth + 1, cancellationToken);
            case LiteralExpressionSyntax literal:
                return literal.Token.Value as string;
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression):
                var left = Value(binary.Left, preferredClass, depth + 1, cancellationToken);
                var right = Value(binary.Right, preferredClass, depth + 1, cancellationToken);
                return left is null || right is null ? null : left + right;
            case InterpolatedStringExpressionSyntax interpolated:
                return Interpolated(interpolated, preferredClass, depth, cancellationToken);
            case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" }, ArgumentList.Arguments: { Count: 1 } arguments }:
                return LastIdentifier(arguments[0].Expression);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax or AliasQualifiedNameSyntax:
                return Named(expression, preferredClass, depth, cancellationToken);
            default:
                return null;
        }
    }

    private string? Interpolated(InterpolatedStringExpressionSyntax interpolated, string preferredClass, int depth, CancellationToken cancellationToken)
    {
        var text = "";
        foreach (var content in interpolated.Contents)
        {
            var part = content switch
            {
                InterpolatedStringTextSyntax plain => plain.TextToken.ValueText,
                InterpolationSyntax hole => Value(hole.Expression, preferredClass, depth + 1, cancellationToken),
                _ => null,
            };
            if (part is null)
            {
                return null;
            }

            text += part;
        }

        return text;
    }

    private string? Named(ExpressionSyntax expression, string preferredClass, int depth, CancellationToken cancellationToken)
    {
        if (Generated(expression) is { } generated)
        {
            return generated;
        }

        // The project's own constants first: they may hide the generated ones. Attribute arguments bind without any method body.
        var model = compilation is not null && compilation.ContainsSyntaxTree(expression.SyntaxTree) ? compilation.GetSemanticModel(expression.SyntaxTree) : null;
        if (model is not null)
        {
            if (model.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: string value })
            {
                return value;
            }

            if (model.GetSymbolInfo(expression, cancellationToken).Symbol is IFieldSymbol { IsConst: true } field
                && field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } initializer })
            {
                return Value(initializer, preferredClass, depth + 1, cancellationToken);
            }
        }

        if (LastIdentifier(expression) is not { } identifier)
        {
            return null;
        }

        if (expression is MemberAccessExpressionSyntax access)
        {
            return LastIdentifier(access.Expression) is { } qualifier ? constants.Find(Unaliased(access.Expression, qualifier, model), identifier) : null;
        }

        // A bare name: `using static Acme.Purposes`.
        return constants.Find(preferredClass, identifier)
            ?? ConstantNames.Classes.Select(name => constants.Find(name, identifier)).FirstOrDefault(found => found is not null);
    }

    /// <summary>
    /// A constant of ours by name alone, where nothing in the project's source has the name of its class. The compiler, which does not find it either, looks through
    /// every imported namespace for an extension of that name: most of the time that a generator takes.
    /// </summary>
    private string? Generated(ExpressionSyntax expression)
        => compilation is not null
            && expression is MemberAccessExpressionSyntax access
            && LastIdentifier(access.Expression) is { } className
            && ConstantNames.Classes.Contains(className)
            && !SourceNames.Of(compilation).Contains(className)
            ? constants.Find(className, access.Name.Identifier.ValueText)
            : null;

    private static string? LastIdentifier(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    private static string Unaliased(ExpressionSyntax expression, string qualifier, SemanticModel? model)
    {
        if (expression is not IdentifierNameSyntax)
        {
            return qualifier;
        }

        foreach (var ancestor in expression.Ancestors())
        {
            var usings = ancestor switch
            {
                CompilationUnitSyntax unit => unit.Usings,
                BaseNamespaceDeclarationSyntax space => space.Usings,
                _ => default,
            };
            foreach (var directive in usings)
            {
                if (directive.Alias?.Name.Identifier.ValueText == qualifier && directive.Name is { } target)
                {
                    return LastIdentifier(target) ?? qualifier;
                }
            }
        }

        // A global alias stands in another file. The model could look it up, but goes through every type of every imported namespace for it.
        return model is not null && SourceNames.Of(model.Compilation).TryFindGlobalAlias(qualifier, out var global) ? LastIdentifier(global) ?? qualifier : qualifier;
    }
}
