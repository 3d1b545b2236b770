using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Reads;

/// <summary>Members that no name in the source stands for, because the compiler calls them: in loops, <c>await</c>, <c>[^1]</c>, list patterns and text put together.</summary>
internal static class CompilerCalls
{
    /// <summary>Kinds that neither <see cref="MemberReads"/> nor <see cref="DeconstructionReads"/> have: an operation is to be looked at once.</summary>
    public static readonly ImmutableArray<OperationKind> Kinds = ImmutableArray.Create(
        OperationKind.ImplicitIndexerReference,
        OperationKind.ListPattern,
        OperationKind.SlicePattern,
        OperationKind.Await,
        OperationKind.VariableDeclarator,
        OperationKind.Interpolation,
        OperationKind.InterpolatedStringAppendFormatted);

    /// <summary>Each read with the type of the object on which the member is used; null for none.</summary>
    public static IEnumerable<(MemberRead Read, ITypeSymbol? Receiver)> In(IOperation operation) => operation.Kind switch
    {
        OperationKind.ImplicitIndexerReference => OfIndexer((IImplicitIndexerReferenceOperation)operation),
        OperationKind.ListPattern => OfPattern((IListPatternOperation)operation),
        OperationKind.SlicePattern when operation is ISlicePatternOperation { SliceSymbol: { } slice, Pattern: { } part } pattern && part is not IDiscardPatternOperation
            => [(new MemberRead(slice, pattern, part.Syntax), pattern.InputType)],
        OperationKind.Loop when operation is IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model } loop => OfLoop(model.GetForEachStatementInfo(syntax), syntax, loop),
        OperationKind.Await when operation is IAwaitOperation { Syntax: AwaitExpressionSyntax syntax, SemanticModel: { } model } awaiting && !MemberReads.IsTask(awaiting.Operation.Type)
            => OfAwait(model.GetAwaitExpressionInfo(syntax), awaiting),
        OperationKind.VariableDeclarator when operation is { Syntax: VariableDeclaratorSyntax { Initializer.Value: { } pinned }, SemanticModel: { } model } && IsPinned(operation.Syntax)
            => OfFixed(model, pinned, operation),
        OperationKind.Loop or OperationKind.SlicePattern or OperationKind.Await or OperationKind.VariableDeclarator => [],
        _ => ImplicitText.In(operation),
    };

    /// <summary>Whether a declarator is one of <c>fixed</c>.</summary>
    public static bool IsPinned(SyntaxNode declarator) => declarator.Parent?.Parent is FixedStatementSyntax;

    private static IEnumerable<(MemberRead Read, ITypeSymbol? Receiver)> OfIndexer(IImplicitIndexerReferenceOperation indexer)
    {
        if (NeedsLength(indexer.Argument))
        {
            yield return (new MemberRead(indexer.LengthSymbol, indexer, indexer.Syntax), indexer.Instance.Type);
        }

        if (MemberReads.IsRead(indexer))
        {
            yield return (new MemberRead(indexer.IndexerSymbol, indexer, indexer.Syntax), indexer.Instance.Type);
        }
    }

    /// <summary>Where an index counts from the start, nobody asks how many there are.</summary>
    public static bool NeedsLength(IOperation argument) => argument switch
    {
        IRangeOperation range => range.RightOperand is not { } right || NeedsLength(right) || (range.LeftOperand is { } left && NeedsLength(left)),
        IConversionOperation { Operand.Type.SpecialType: SpecialType.System_Int32 } => false,
        _ => true,
    };

    /// <summary><c>[..]</c> fits everything, so nobody counts.</summary>
    public static bool FitsAny(IListPatternOperation pattern) => pattern.Patterns.All(part => part is ISlicePatternOperation { Pattern: null or IDiscardPatternOperation });

    private static IEnumerable<(MemberRead Read, ITypeSymbol? Receiver)> OfPattern(IListPatternOperation pattern)
    {
        if (pattern.LengthSymbol is { } length && !FitsAny(pattern))
        {
            yield return (new MemberRead(length, pattern, pattern.Syntax), pattern.NarrowedType);
        }

        if (pattern.IndexerSymbol is not { } indexer)
        {
            yield break;
        }

        foreach (var part in pattern.Patterns)
        {
            if (part is not (ISlicePatternOperation or IDiscardPatternOperation))
            {
                yield return (new MemberRead(indexer, pattern, part.Syntax), pattern.NarrowedType);
            }
        }
    }

    private static IEnumerable<(MemberRead Read, ITypeSymbol? Receiver)> OfLoop(ForEachStatementInfo info, CommonForEachStatementSyntax syntax, IForEachLoopOperation loop)
    {
        if (info.GetEnumeratorMethod is { } start)
        {
            yield return (new MemberRead(start.ReducedFrom ?? start, loop, syntax.Expression), start.IsStatic || start.ReducedFrom is not null ? null : TypeBeforeConversion(loop.Collection));
        }

        if (info.CurrentProperty is { } current)
        {
            yield return (new MemberRead(current, loop, syntax.Expression), info.GetEnumeratorMethod?.ReturnType);
        }

        // An array of objects has another conversion in front, that of `Current`.
        foreach (var conversion in new[] { info.CurrentConversion.MethodSymbol, info.ElementConversion.MethodSymbol })
        {
            if (conversion is not null)
            {
                yield return (new MemberRead(conversion, loop, syntax is ForEachStatementSyntax one ? one.Type : syntax.Expression), null);
            }
        }
    }

    /// <summary>A statement that is nothing but an <c>await</c> takes no result, as with a method whose task is awaited.</summary>
    private static IEnumerable<(MemberRead Read, ITypeSymbol? Receiver)> OfAwait(AwaitExpressionInfo info, IAwaitOperation awaiting)
    {
        if (!MemberReads.IsRead(awaiting))
        {
            yield break;
        }

        if (info.GetAwaiterMethod is { } start)
        {
            yield return (new MemberRead(start.ReducedFrom ?? start, awaiting, awaiting.Syntax), start.IsStatic || start.ReducedFrom is not null ? null : awaiting.Operation.Type);
        }

        if (info.GetResultMethod is { } result)
        {
            yield return (new MemberRead(result, awaiting, awaiting.Syntax), info.GetAwaiterMethod?.ReturnType);
        }
    }

    /// <summary>The compiler tells nobody which method it calls: it is the one of this name and form that it would find, an extension last.</summary>
    private static IEnumerable<(MemberRead Read, ITypeSymbol? Receiver)> OfFixed(SemanticModel model, ExpressionSyntax pinned, IOperation declarator)
    {
        if (model.GetTypeInfo(pinned).Type is not { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.TypeParameter } type)
        {
            yield break;
        }

        var method = model.LookupSymbols(pinned.SpanStart, type, "GetPinnableReference", includeReducedExtensionMethods: true).OfType<IMethodSymbol>()
            .Where(one => one is { IsStatic: false, Parameters.Length: 0, Arity: 0, RefKind: not RefKind.None })
            .OrderBy(one => one.ReducedFrom is not null).FirstOrDefault();
        if (method is not null)
        {
            yield return (new MemberRead(method.ReducedFrom ?? method, declarator, pinned), method.ReducedFrom is null ? type : null);
        }
    }

    private static ITypeSymbol? TypeBeforeConversion(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        return value.Type;
    }
}
