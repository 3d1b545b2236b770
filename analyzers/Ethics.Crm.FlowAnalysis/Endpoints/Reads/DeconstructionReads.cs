using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Reads;

/// <summary>Taking a positional record apart reads its properties through the <c>Deconstruct</c> that the compiler wrote.</summary>
internal static class DeconstructionReads
{
    public static readonly ImmutableArray<OperationKind> Kinds = ImmutableArray.Create(
        OperationKind.DeconstructionAssignment, OperationKind.RecursivePattern, OperationKind.Loop);

    /// <summary>Each read with the type of what is taken apart, which may be derived from the record.</summary>
    public static IEnumerable<(MemberRead Read, ITypeSymbol? Receiver)> In(IOperation operation) => operation.Kind switch
    {
        OperationKind.DeconstructionAssignment when operation is IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model } assignment
            => OfAssignment(model.GetDeconstructionInfo(syntax), assignment.Value.Type, syntax.Left, operation),
        OperationKind.Loop when operation is IForEachLoopOperation { Syntax: ForEachVariableStatementSyntax syntax, SemanticModel: { } model }
            => OfAssignment(model.GetDeconstructionInfo(syntax), model.GetForEachStatementInfo(syntax).ElementType, syntax.Variable, operation),
        OperationKind.RecursivePattern when operation is IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol method } pattern
            => OfMethod(method, pattern.MatchedType, pattern.DeconstructionSubpatterns.Select(part => part.Syntax).ToList(), pattern),
        _ => [],
    };

    private static IEnumerable<(MemberRead Read, ITypeSymbol? Receiver)> OfAssignment(DeconstructionInfo info, ITypeSymbol? receiver, SyntaxNode left, IOperation operation)
    {
        // `(string s, _) = (name, 1)`: the conversion of one part, which no operation stands for.
        if (info is { Nested.IsEmpty: true, Conversion: { MethodSymbol: { } conversion } } && left is not DiscardDesignationSyntax)
        {
            return [(new MemberRead(conversion, operation, left), null)];
        }

        var parts = Parts(left);
        var reads = info.Method is { } method ? OfMethod(method, receiver, parts, operation) : [];
        return reads.Concat(info.Nested.Zip(parts, (nested, part) => (nested, part))
            .SelectMany((inner, index) => OfAssignment(inner.nested, Element(info.Method, receiver, index), inner.part, operation)));
    }

    /// <summary>The type of one part of what is taken apart. The first parameter of an extension is the whole.</summary>
    private static ITypeSymbol? Element(IMethodSymbol? method, ITypeSymbol? whole, int index)
    {
        if (method is null)
        {
            return whole is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.ElementAtOrDefault(index)?.Type : null;
        }

        return method.Parameters.ElementAtOrDefault(method is { IsStatic: true, IsExtensionMethod: true } ? index + 1 : index)?.Type;
    }

    private static IEnumerable<(MemberRead Read, ITypeSymbol? Receiver)> OfMethod(IMethodSymbol method, ITypeSymbol? receiver, IReadOnlyList<SyntaxNode> parts, IOperation operation)
    {
        if (method.ContainingType is not { } record || !RecordTypes.IsRecord(record) || !IsWrittenByCompiler(method))
        {
            // What a person's own `Deconstruct` takes is read in its body; a label on its `out` parameters is read here.
            foreach (var (parameter, part) in method.Parameters.Where(one => one.RefKind == RefKind.Out).Zip(parts, (parameter, part) => (parameter, part)))
            {
                if (part is not (DiscardDesignationSyntax or DiscardPatternSyntax))
                {
                    yield return (new MemberRead(parameter, operation, part), null);
                }
            }

            yield break;
        }

        for (var index = 0; index < method.Parameters.Length && index < parts.Count; index++)
        {
            if (Find(record, method.Parameters[index].Name) is { } member)
            {
                yield return (new MemberRead(member, operation, parts[index]), receiver);
            }
        }
    }

    /// <summary>A positional parameter has no property of its own where the record inherits one of that name.</summary>
    private static ISymbol? Find(INamedTypeSymbol record, string name)
    {
        for (var type = record; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).FirstOrDefault(member => member is IPropertySymbol or IFieldSymbol) is { } member)
            {
                return member;
            }
        }

        return null;
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
