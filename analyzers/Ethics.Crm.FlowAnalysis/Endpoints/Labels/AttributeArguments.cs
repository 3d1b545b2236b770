using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>The string arguments of one attribute. <see cref="IsComplete"/> is false when one of them could not be resolved: it then permits nothing.</summary>
internal sealed record AttributeStrings(ImmutableArray<string> Values, bool IsComplete);

/// <summary>
/// The one reader of attribute arguments. A generator does not see its own constants: <c>[CollectedFor(Purposes.Support)]</c> is unresolved there,
/// so what the compiler cannot tell is read from the syntax and resolved by name against the policy.
/// </summary>
internal sealed class AttributeArguments
{
    private readonly ConstantExpressions expressions;

    /// <param name="compilation">Resolves constants of the project's own and aliases; null leaves those unresolved.</param>
    public AttributeArguments(PolicyConstants constants, Compilation? compilation) => expressions = new ConstantExpressions(constants, compilation);

    /// <summary>All positional arguments, a <c>params</c> array flattened; null and blank values are kept out.</summary>
    public AttributeStrings Strings(AttributeData attribute, CancellationToken cancellationToken = default)
    {
        var values = ImmutableArray.CreateBuilder<string>();
        if (TryRead(attribute.ConstructorArguments, values) && !LacksArguments(attribute, cancellationToken))
        {
            return new AttributeStrings(values.ToImmutable(), IsComplete: true);
        }

        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
        {
            return new AttributeStrings(values.ToImmutable(), IsComplete: false);
        }

        values.Clear();
        var complete = true;
        foreach (var argument in syntax.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals is null)
            {
                complete &= expressions.TryAppend(argument.Expression, PreferredClass(attribute), values, cancellationToken);
            }
        }

        return new AttributeStrings(values.ToImmutable(), complete);
    }

    /// <summary>The first positional argument; null when there is none or it cannot be resolved.</summary>
    public string? String(AttributeData attribute, CancellationToken cancellationToken = default)
    {
        var strings = Strings(attribute, cancellationToken).Values;
        return strings.IsEmpty ? null : strings[0];
    }

    private static bool TryRead(ImmutableArray<TypedConstant> constants, ImmutableArray<string>.Builder values)
    {
        var complete = true;
        foreach (var constant in constants)
        {
            if (constant.Kind == TypedConstantKind.Error)
            {
                complete = false;
            }
            else if (constant.Kind == TypedConstantKind.Array)
            {
                complete &= constant.Values.IsDefault || TryRead(constant.Values, values);
            }
            else if (constant.Value is string text && !string.IsNullOrWhiteSpace(text))
            {
                values.Add(text);
            }
        }

        return complete;
    }

    /// <summary>When no constructor could be chosen the compiler gives no arguments at all.</summary>
    private static bool LacksArguments(AttributeData attribute, CancellationToken cancellationToken)
        => attribute.ConstructorArguments.IsEmpty
            && attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList.Arguments.Count: > 0 };

    private static string PreferredClass(AttributeData attribute) => attribute.AttributeClass?.Name switch
    {
        "DataCategoryAttribute" => ConstantNames.Categories,
        "DisclosesToAttribute" => ConstantNames.Recipients,
        _ => ConstantNames.Purposes,
    };
}
