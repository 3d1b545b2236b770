using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary>What surrounds an operation inside its body: scopes in <c>using</c>, scope and endpoint lambdas, lambdas and local functions that declare a purpose.</summary>
internal sealed class BodyPurposes(DeclaredPurposes declared, INamedTypeSymbol? scopeType)
{
    private readonly ScopeValues scopes = new(scopeType);

    /// <summary>The innermost that speaks; null when the body says nothing there.</summary>
    public CodePurposes? At(IOperation operation)
    {
        for (IOperation inner = operation, outer = operation.Parent!; outer is not null; inner = outer, outer = outer.Parent!)
        {
            if (Opened(outer, inner) is { } purposes)
            {
                return purposes;
            }
        }

        return null;
    }

    /// <summary>The lambdas and local functions whose callers decide for what an operation inside them runs, innermost first: those within the scope or declaration that speaks for it, and one that declares a purpose itself.</summary>
    public IEnumerable<IOperation> FunctionsAround(IOperation operation)
    {
        for (IOperation inner = operation, outer = operation.Parent!; outer is not null; inner = outer, outer = outer.Parent!)
        {
            var isFunction = outer is IAnonymousFunctionOperation or ILocalFunctionOperation;
            var isSpeaking = Opened(outer, inner) is not null;
            if (isFunction && (!isSpeaking || declared.Own(outer is IAnonymousFunctionOperation lambda ? lambda.Symbol : ((ILocalFunctionOperation)outer).Symbol) is not null))
            {
                yield return outer;
            }

            if (isSpeaking)
            {
                yield break;
            }
        }
    }

    /// <summary>What this operation itself opens or declares for the code inside it; null when it is no such thing, or not known.</summary>
    public PurposeOpening? OpeningOf(IOperation operation) => operation.Kind switch
    {
        OperationKind.Invocation => NamesIn((IInvocationOperation)operation) is { } names ? Opening(names, (IInvocationOperation)operation) : null,
        OperationKind.AnonymousFunction => declared.OpeningOf(((IAnonymousFunctionOperation)operation).Symbol),
        OperationKind.LocalFunction => declared.OpeningOf(((ILocalFunctionOperation)operation).Symbol),
        _ => null,
    };

    /// <summary>The argument in which a call names the purposes that it opens a scope, or declares an endpoint, for; null for every other call.</summary>
    public IArgumentOperation? NamesIn(IInvocationOperation invocation) => invocation.TargetMethod.Name switch
    {
        "Enter" or "Run" or "RunAsync" when scopes.IsOfScope(invocation) => ScopeValues.PurposesOf(invocation),
        "Enter" when ScopeValues.IsOfTests(invocation) || ScopeValues.IsOfContacts(invocation.TargetMethod) => ScopeValues.PurposesOf(invocation),
        "ForPurpose" when EndpointPurposes.IsForPurpose(invocation) => EndpointPurposes.PurposesOf(invocation),
        _ => null,
    };

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

    /// <summary>What one operation around another opens, or declares, for it.</summary>
    private CodePurposes? Opened(IOperation outer, IOperation inner) => outer switch
    {
        IUsingOperation statement when statement.Body == inner => scopes.OfResources(statement.Resources),
        IBlockOperation block => OfDeclarationsBefore(block, inner),
        IAnonymousFunctionOperation lambda => OfLambda(lambda),
        ILocalFunctionOperation local => Declared(declared.Own(local.Symbol)),
        _ => null,
    };

    private static ImmutableArray<string>? OfEndpoint(IAnonymousFunctionOperation lambda)
        => InvocationOf(lambda) is { } mapped && EndpointPurposes.ForPurpose(mapped) is { } endpoint
            ? ConstantStrings.Of(endpoint.Value) is { } names && !ScopeValues.NameNothing(names) ? names : ImmutableArray<string>.Empty
            : null;

    private static PurposeOpening? Opening(IArgumentOperation purposes, IInvocationOperation invocation)
        => ConstantStrings.Of(purposes.Value) is { } names && !ScopeValues.NameNothing(names)
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
                last = scopes.OfResources(declaration.DeclarationGroup) ?? last;
            }
        }

        return last;
    }

    private CodePurposes? OfLambda(IAnonymousFunctionOperation lambda)
    {
        if (declared.Own(lambda.Symbol) is { } own)
        {
            return Declared(own);
        }

        var call = CallOf(lambda);
        if (call is not IInvocationOperation invocation)
        {
            return call is not null && scopes.IsDynamicOfScope(call) ? CodePurposes.UnknownIn(call) : null;
        }

        if (scopes.IsOfScope(invocation) && invocation.TargetMethod.Name is "Run" or "RunAsync")
        {
            return ScopeValues.OfArgument(ScopeValues.PurposesOf(invocation), invocation);
        }

        return EndpointPurposes.ForPurpose(invocation) is { } endpoint ? ScopeValues.OfArgument(endpoint, endpoint.Parent!) : null;
    }

    private static IInvocationOperation? InvocationOf(IAnonymousFunctionOperation lambda) => CallOf(lambda) as IInvocationOperation;

    /// <summary>The call that has the lambda as an argument; null when it is none.</summary>
    private static IOperation? CallOf(IAnonymousFunctionOperation lambda)
    {
        var parent = lambda.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent is IArgumentOperation argument ? argument.Parent : parent as IDynamicInvocationOperation;
    }

    private static CodePurposes? Declared(ImmutableArray<string>? names) => names is { } known ? new CodePurposes(PurposeOrigin.Declared, known) : null;
}
