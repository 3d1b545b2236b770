using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary>What surrounds an operation inside its body: scopes in <c>using</c>, scope and endpoint lambdas, lambdas and local functions that declare a purpose.</summary>
internal sealed class BodyPurposes(DeclaredPurposes declared, INamedTypeSymbol? scopeType)
{
    /// <summary>The innermost that speaks; null when the body says nothing there.</summary>
    public CodePurposes? At(IOperation operation)
    {
        for (IOperation inner = operation, outer = operation.Parent!; outer is not null; inner = outer, outer = outer.Parent!)
        {
            var purposes = outer switch
            {
                IUsingOperation statement when statement.Body == inner => OfResources(statement.Resources),
                IBlockOperation block => OfDeclarationsBefore(block, inner),
                IAnonymousFunctionOperation lambda => OfLambda(lambda),
                ILocalFunctionOperation local => Declared(declared.Own(local.Symbol)),
                _ => null,
            };
            if (purposes is not null)
            {
                return purposes;
            }
        }

        return null;
    }

    /// <summary>What this operation itself opens or declares for the code inside it; null when it is no such thing, or not known.</summary>
    public PurposeOpening? OpeningOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation when NamesIn(invocation) is { } names => Opening(names, invocation),
        IAnonymousFunctionOperation lambda => declared.OpeningOf(lambda.Symbol),
        ILocalFunctionOperation local => declared.OpeningOf(local.Symbol),
        _ => null,
    };

    /// <summary>The argument in which a call names the purposes that it opens a scope, or declares an endpoint, for; null for every other call.</summary>
    public IArgumentOperation? NamesIn(IInvocationOperation invocation)
        => IsOfScope(invocation)
            ? invocation.TargetMethod.Name is "Enter" or "Run" or "RunAsync" ? PurposesOf(invocation) : null
            : EndpointPurposes.IsForPurpose(invocation) ? EndpointPurposes.PurposesOf(invocation) : null;

    /// <summary>
    /// What the nearest lambda or local function around an operation declares; null when none does, empty when only the run time knows. Scopes are passed over:
    /// a scope inside another one replaces it, which is what scopes are for.
    /// </summary>
    public ImmutableArray<string>? DeclaredAround(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            var names = outer switch
            {
                IAnonymousFunctionOperation lambda => declared.Own(lambda.Symbol) ?? OfEndpoint(lambda),
                ILocalFunctionOperation local => declared.Own(local.Symbol),
                _ => null,
            };
            if (names is not null)
            {
                return names;
            }
        }

        return null;
    }

    private static ImmutableArray<string>? OfEndpoint(IAnonymousFunctionOperation lambda)
        => InvocationOf(lambda) is { } mapped && EndpointPurposes.ForPurpose(mapped) is { } endpoint
            ? ConstantStrings.Of(endpoint.Value) is { } names && !NameNothing(names) ? names : ImmutableArray<string>.Empty
            : null;

    private static PurposeOpening? Opening(IArgumentOperation purposes, IInvocationOperation invocation)
        => ConstantStrings.Of(purposes.Value) is { } names && !NameNothing(names)
            ? new PurposeOpening(names, OperationNames.NameOf(invocation.Syntax).GetLocation(), IsScope: true)
            : null;

    private CodePurposes? OfDeclarationsBefore(IBlockOperation block, IOperation inner)
    {
        CodePurposes? last = null;
        foreach (var statement in block.Operations)
        {
            if (statement == inner)
            {
                break;
            }

            var unlabelled = statement;
            while (unlabelled is ILabeledOperation { Operation: { } labelled })
            {
                unlabelled = labelled;
            }

            if (unlabelled is IUsingDeclarationOperation declaration)
            {
                last = OfResources(declaration.DeclarationGroup) ?? last;
            }
        }

        return last;
    }

    /// <summary>Of several resources in one <c>using</c> the last is the innermost.</summary>
    private CodePurposes? OfResources(IOperation resources)
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

        if (scopeType is null || !SymbolEqualityComparer.Default.Equals(value.Type, scopeType))
        {
            return null;
        }

        if (value is IInvocationOperation invocation && IsOfScope(invocation))
        {
            switch (invocation.TargetMethod.Name)
            {
                case "Enter":
                    return OfArgument(invocation.Arguments.FirstOrDefault(), invocation);
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

    private CodePurposes? OfLambda(IAnonymousFunctionOperation lambda)
    {
        if (declared.Own(lambda.Symbol) is { } own)
        {
            return Declared(own);
        }

        var invocation = InvocationOf(lambda);
        if (invocation is null)
        {
            return null;
        }

        if (IsOfScope(invocation) && invocation.TargetMethod.Name is "Run" or "RunAsync")
        {
            return OfArgument(PurposesOf(invocation), invocation);
        }

        return EndpointPurposes.ForPurpose(invocation) is { } endpoint ? OfArgument(endpoint, endpoint.Parent!) : null;
    }

    private static IInvocationOperation? InvocationOf(IAnonymousFunctionOperation lambda)
    {
        var parent = lambda.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent is IArgumentOperation { Parent: IInvocationOperation invocation } ? invocation : null;
    }

    private bool IsOfScope(IInvocationOperation invocation)
        => scopeType is not null && SymbolEqualityComparer.Default.Equals(invocation.TargetMethod.ContainingType, scopeType);

    private static IArgumentOperation? PurposesOf(IInvocationOperation invocation) => invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0);

    private static CodePurposes OfArgument(IArgumentOperation? argument, IOperation opening)
    {
        if (argument is null || ConstantStrings.Of(argument.Value) is not { } names)
        {
            return CodePurposes.UnknownIn(opening);
        }

        return NameNothing(names) ? CodePurposes.Never : new CodePurposes(PurposeOrigin.Scope, names);
    }

    /// <summary>Opening a scope for no purpose, or with a blank one, throws.</summary>
    private static bool NameNothing(ImmutableArray<string> names) => names.IsEmpty || names.Any(string.IsNullOrWhiteSpace);

    private static CodePurposes? Declared(ImmutableArray<string>? names) => names is { } known ? new CodePurposes(PurposeOrigin.Declared, known) : null;
}
