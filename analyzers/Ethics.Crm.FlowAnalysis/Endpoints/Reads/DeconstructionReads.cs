using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Reads;

/// <summary>Taking a positional record apart reads its properties through the <c>Deconstruct</c> that the compiler wrote; one that a person wrote is read in its own body.</summary>
internal static class DeconstructionReads
{
    public static readonly ImmutableArray<OperationKind> Kinds = ImmutableArray.Create(
        OperationKind.DeconstructionAssignment, OperationKind.RecursivePattern, OperationKind.Loop);

    public static IEnumerable<MemberRead> In(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model }
            => OfAssignment(model.GetDeconstructionInfo(syntax), syntax.Left, operation),
        IForEachLoopOperation { Syntax: ForEachVariableStatementSyntax syntax, SemanticModel: { } model }
            => OfAssignment(model.GetDeconstructionInfo(syntax), syntax.Variable, operation),
        IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol method } pattern => OfPattern(method, pattern),
        _ => [],
    };

    private static IEnumerable<MemberRead> OfAssignment(DeconstructionInfo info, SyntaxNode left, IOperation operation)
    {
        var parts = Parts(left);
        var reads = info.Method is { } method ? OfMethod(method, parts, operation) : [];
        return reads.Concat(info.Nested.Zip(parts, (nested, part) => OfAssignment(nested, part, operation)).SelectMany(inner => inner));
    }

    private static IEnumerable<MemberRead> OfPattern(IMethodSymbol method, IRecursivePatternOperation pattern)
        => OfMethod(method, pattern.DeconstructionSubpatterns.Select(part => part.Syntax).ToList(), pattern);

    private static IEnumerable<MemberRead> OfMethod(IMethodSymbol method, IReadOnlyList<SyntaxNode> parts, IOperation operation)
    {
        if (method.ContainingType is not { IsRecord: true } record || !IsWrittenByCompiler(method))
        {
            yield break;
        }

        for (var index = 0; index < method.Parameters.Length && index < parts.Count; index++)
        {
            if (record.GetMembers(method.Parameters[index].Name).FirstOrDefault(member => member is IPropertySymbol or IFieldSymbol) is { } member)
            {
                yield return new MemberRead(member, operation, parts[index]);
            }
        }
    }

    /// <summary>In metadata only an attribute tells.</summary>
    private static bool IsWrittenByCompiler(IMethodSymbol method)
        => method.IsImplicitlyDeclared
            || method.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "CompilerGeneratedAttribute" });

    private static IReadOnlyList<SyntaxNode> Parts(SyntaxNode left) => left switch
    {
        TupleExpressionSyntax tuple => tuple.Arguments.Select(argument => (SyntaxNode)argument.Expression).ToList(),
        DeclarationExpressionSyntax declaration => Parts(declaration.Designation),
        ParenthesizedVariableDesignationSyntax designation => designation.Variables.ToList<SyntaxNode>(),
        _ => [],
    };
}
