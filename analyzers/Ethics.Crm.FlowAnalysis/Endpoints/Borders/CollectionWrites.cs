using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Borders;

/// <summary>Methods of collections and text builders that put what they are given into them.</summary>
internal static class CollectionWrites
{
    private static readonly string[] Starts = ["Add", "TryAdd", "Append", "Insert", "Push", "Enqueue", "TryEnqueue", "UnionWith", "SetItem", "SetValue", "Fill", "GetOrAdd", "TryUpdate"];

    /// <summary>Whether a call does nothing with the collection before its dot but put something in, so that it does not read it.</summary>
    public static bool IsWriteInto(IInvocationOperation call, IOperation collection)
        => call.Instance == collection && Is(call.TargetMethod) && (call.TargetMethod.ReturnsVoid || IsStatement(call));

    public static bool Is(IMethodSymbol method)
        => !method.IsStatic && !Transfer.Known.IsImmutable(method.ContainingType) && Array.Exists(Starts, start => method.Name.StartsWith(start, StringComparison.Ordinal)) && IsCollection(method.ContainingType);

    /// <summary>Whether a call copies what it is called on, or given first, into a buffer that it is given.</summary>
    public static bool IsCopyOut(IMethodSymbol method)
        => method.Name is "CopyTo" or "TryCopyTo" or "Copy" or "ConstrainedCopy" or "BlockCopy" or "GetBytes" or "TryGetBytes" or "GetChars" or "TryGetChars" or "TryFormat" or "TryWriteBytes";

    private static bool IsStatement(IOperation call) => call.Parent is IExpressionStatementOperation or IObjectOrCollectionInitializerOperation;

    private static bool IsCollection(INamedTypeSymbol type)
        => type.SpecialType != SpecialType.System_String
            && (type.SpecialType == SpecialType.System_Collections_IEnumerable || type.AllInterfaces.Any(static one => one.SpecialType == SpecialType.System_Collections_IEnumerable)
                || type is { Name: "StringBuilder", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } });
}
