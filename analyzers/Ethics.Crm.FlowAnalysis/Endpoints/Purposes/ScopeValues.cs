using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary>What a <c>using</c> or a call opens: the purposes of scopes, as they stand in their values.</summary>
internal sealed class ScopeValues(INamedTypeSymbol? scopeType)
{
    /// <summary>Of several resources in one <c>using</c> the last is the innermost.</summary>
    public CodePurposes? OfResources(IOperation resources)
    {
        if (resources is not IVariableDeclarationGroupOperation group)
        {
            return OfScope(resources);
        }

        CodePurposes? last = null;
        foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
        {
            if ((declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value is { } value)
            {
                last = OfScope(value) ?? last;
            }
        }

        return last;
    }

    private CodePurposes? OfScope(IOperation value)
    {
        value = Unconverted(value);
        switch (value)
        {
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return OfChoice(value, [choice.WhenTrue, otherwise]);
            case ISwitchExpressionOperation choice:
                return OfChoice(value, choice.Arms.Select(arm => arm.Value));
            case ICoalesceOperation choice:
                return OfChoice(value, [choice.Value, choice.WhenNull]);
        }

        if (IsDynamicOfScope(value))
        {
            return CodePurposes.UnknownIn(value);
        }

        if (scopeType is null || !SymbolEqualityComparer.Default.Equals(value.Type, scopeType))
        {
            return null;
        }

        if (value is IInvocationOperation contact && IsOfContacts(contact.TargetMethod))
        {
            return OfArgument(PurposesOf(contact), contact);
        }

        if (value is IInvocationOperation invocation && (IsOfScope(invocation) || IsOfTests(invocation)))
        {
            switch (invocation.TargetMethod.Name)
            {
                case "Enter":
                    return OfArgument(invocation.Arguments.FirstOrDefault(), invocation) with { IsOfTests = IsOfTests(invocation) };
                case "Unchecked":
                    // Opens raw SQL, never the gate: reads inside still need a purpose from around it.
                    return null;
            }
        }

        return CodePurposes.UnknownIn(value);
    }

    /// <summary>Code in one of several scopes works for either: what all of them permit is permitted. Null where none of them is a scope.</summary>
    private CodePurposes? OfChoice(IOperation choice, IEnumerable<IOperation> branches)
    {
        var scopes = branches.Where(branch => Unconverted(branch) is not IThrowOperation).Select(OfScope).ToList();
        if (scopes.All(scope => scope is null))
        {
            return null;
        }

        if (scopes.Any(scope => scope is null or { IsUnknown: true }))
        {
            return CodePurposes.UnknownIn(choice);
        }

        var opened = scopes.OfType<CodePurposes>().Where(scope => !scope.IsNever).ToList();
        return opened.Count == 0
            ? CodePurposes.Never
            : new CodePurposes(PurposeOrigin.Scope, opened.SelectMany(scope => scope.Names).Distinct(StringComparer.Ordinal).ToImmutableArray());
    }

    private static IOperation Unconverted(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    public bool IsOfScope(IInvocationOperation invocation)
        => scopeType is not null && SymbolEqualityComparer.Default.Equals(invocation.TargetMethod.ContainingType, scopeType);

    /// <summary>The scope that <c>Ethics.Crm.Testing</c> opens for the people of one test, and for the purposes named there.</summary>
    public static bool IsOfTests(IInvocationOperation invocation)
        => invocation.TargetMethod is { Name: "Enter", ContainingType: { Name: "TestConsent", ContainingType: null } type } && type.ContainingNamespace.ToDisplayString() == "Ethics.Crm.Testing";

    /// <summary>The scope of code that contacts people: for the purposes named in front of its channel.</summary>
    public static bool IsOfContacts(IMethodSymbol method)
        => method is { Name: "Enter", ContainingType: { Name: "IContactScopes", ContainingType: null, ContainingNamespace: { Name: "Crm", ContainingNamespace: { Name: "Ethics", ContainingNamespace.IsGlobalNamespace: true } } } };

    /// <summary>A call of the scope with an argument that is <c>dynamic</c>: which method it is, and for which purposes, only the run time knows.</summary>
    public bool IsDynamicOfScope(IOperation operation)
        => scopeType is not null && operation is IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation member }
            && SymbolEqualityComparer.Default.Equals(member.ContainingType, scopeType);

    public static IArgumentOperation? PurposesOf(IInvocationOperation invocation) => invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0);

    public static CodePurposes OfArgument(IArgumentOperation? argument, IOperation opening)
    {
        if (argument is null || ConstantStrings.Of(argument.Value) is not { } names)
        {
            return CodePurposes.UnknownIn(opening);
        }

        return NameNothing(names) ? CodePurposes.Never : new CodePurposes(PurposeOrigin.Scope, names);
    }

    /// <summary>Opening a scope for no purpose, or with a blank one, throws.</summary>
    public static bool NameNothing(ImmutableArray<string> names) => names.IsEmpty || names.Any(string.IsNullOrWhiteSpace);
}
