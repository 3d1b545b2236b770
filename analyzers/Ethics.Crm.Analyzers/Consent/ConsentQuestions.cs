using System.Threading;
using Ethics.Crm.FlowAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>What asks whether a person allows a purpose: <c>Decide</c>, <c>PermittedFor</c>, <c>SplitByPermission</c>, <c>TryContactAsync</c>, or the gate of another member of the same object.</summary>
internal sealed class ConsentQuestions(PurposeContext purposes, InterceptedMembers intercepted, CancellationToken cancellationToken)
{
    private const string Decide = "Decide";
    private const string Contact = "TryContactAsync";

    /// <summary>Whether a call asks for a purpose, or for one that only the run time knows.</summary>
    public static bool Asks(IOperation operation, string purpose)
        => operation is IInvocationOperation call && IsQuestion(call.TargetMethod) && NamesOf(call) is var name && (name is null || name == purpose);

    /// <summary>Whether it is the question whose answer says <c>Allowed</c>: who drops the answer has not asked.</summary>
    public static bool IsAnswered(IOperation operation) => operation is IInvocationOperation { TargetMethod.Name: Decide or Contact } call && IsQuestion(call.TargetMethod);

    /// <summary>Whether it is the one that hands out those who refused, too.</summary>
    public static bool IsSplit(IOperation operation) => operation is IInvocationOperation { TargetMethod: { Name: "SplitByPermission" or "SplitByPermissionAsync" } method } && IsQuestion(method);

    /// <summary>Whether a member is named for a question and not read: <c>PermittedFor(purpose, l =&gt; l.Phone)</c>.</summary>
    public static bool IsNamedFor(IOperation operation)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IArgumentOperation { Parameter.Name: "members", Parent: IInvocationOperation call } && IsQuestion(call.TargetMethod))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the gate is asked for the same object and purpose.</summary>
    /// <param name="about">The object of the read in question, as <see cref="ObjectOf"/> names it.</param>
    public bool PassesGate(IOperation operation, ISymbol about, string purpose)
    {
        if (operation is not IPropertyReferenceOperation property || !SymbolEqualityComparer.Default.Equals(ObjectOf(operation), about) || !intercepted.Contains(property.Property))
        {
            return false;
        }

        return !purposes.Reads.In(operation, cancellationToken).IsEmpty
            && ContainingOf(operation) is { } containing
            && purposes.Code.At(operation, containing).Names.Contains(purpose);
    }

    /// <summary>The variable that holds the object of which a member is read, or the type whose own object it is; null for anything else.</summary>
    public static ISymbol? ObjectOf(IOperation operation) => (operation as IMemberReferenceOperation)?.Instance switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } type } => type,
        _ => null,
    };

    private ISymbol? ContainingOf(IOperation operation) => operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart, cancellationToken);

    private static bool IsQuestion(IMethodSymbol method) => method.Name switch
    {
        Decide => Is(method.ContainingType, "IPurposeDecisions"),
        Contact => Is(method.ContainingType, "IContactLog"),
        "PermittedFor" or "PermittedForAsync" or "SplitByPermission" or "SplitByPermissionAsync" => IsOurs(method.ContainingType),
        _ => false,
    };

    private static bool Is(INamedTypeSymbol type, string name) => (type.Name == name && IsOurs(type)) || type.AllInterfaces.Any(one => one.Name == name && IsOurs(one));

    public static bool IsOurs(INamedTypeSymbol type)
    {
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space is { Name: "Crm", ContainingNamespace: { Name: "Ethics", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Null for what is no constant.</summary>
    private static string? NamesOf(IInvocationOperation call)
        => call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "purpose")?.Value.ConstantValue is { HasValue: true, Value: string name } ? name : null;
}
