using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What a member of the framework does with the elements of a collection.</summary>
internal enum ElementUse
{
    /// <summary>Nothing is known of it.</summary>
    None,

    /// <summary>It hands out the same elements, seen another way: writes to one are seen in the other.</summary>
    View,

    /// <summary>A collection of its own, with the same elements.</summary>
    Copy,

    /// <summary>What it is given becomes an element; of a dictionary the first of two is the key.</summary>
    Put,

    /// <summary>The elements of what it is given become elements.</summary>
    Pour,

    /// <summary>The elements are put into what it is given.</summary>
    PourOut,

    /// <summary>One element, as its result or in a variable.</summary>
    Take,

    /// <summary>Of a dictionary: what lies under a key is no longer there, and may be handed out in a variable.</summary>
    Remove,

    /// <summary>Of a dictionary: what it is given, or what a function yields that it is given, comes to lie under a key, and is its result together with what lay there.</summary>
    PutAndTake,

    /// <summary>No element is left.</summary>
    Clear,

    /// <summary>Elements are what the function yields.</summary>
    Select,

    /// <summary>Elements are those of what the function yields.</summary>
    Flatten,

    /// <summary>One value, made of what the function yields for each element; without function, of the elements.</summary>
    Fold,

    /// <summary>Groups of elements: the key of each is what the first function yields, its elements are the same, or what a second one yields.</summary>
    Group,

    /// <summary>Keys are what one function yields, values what another one does, or the elements.</summary>
    Index,

    /// <summary>The same elements, and those that it is given.</summary>
    Append,

    /// <summary>Some of the elements, none of those that it is given.</summary>
    Filter,

    /// <summary>Tuples of an element of each sequence, or what a function makes of these.</summary>
    Zip,

    /// <summary>Tuples of a number and an element.</summary>
    Number,

    /// <summary>Arrays of elements.</summary>
    Chunk,

    /// <summary>Pairs of a key, which the first function yields, and how many there are.</summary>
    CountBy,

    /// <summary>Nothing: a function is called with each element.</summary>
    Each,

    /// <summary>Pairs of a key, which the first function yields, and what the last one makes of the elements.</summary>
    FoldBy,

    /// <summary>What a function makes of the elements, one after the other, and of what it has made before.</summary>
    Accumulate,
}

/// <summary>Members of collections, <c>Enumerable</c>, <c>Array</c>, spans and memory, by their names: what they do is the same wherever they are.</summary>
internal static class Elements
{
    private static readonly Dictionary<string, ElementUse> uses = new(StringComparer.Ordinal)
    {
        ["GetEnumerator"] = ElementUse.View,
        ["GetAsyncEnumerator"] = ElementUse.View,
        ["AsEnumerable"] = ElementUse.View,
        ["AsQueryable"] = ElementUse.View,
        ["AsSpan"] = ElementUse.View,
        ["AsMemory"] = ElementUse.View,
        ["AsReadOnly"] = ElementUse.View,
        ["AsParallel"] = ElementUse.View,
        ["Slice"] = ElementUse.View,
        ["Where"] = ElementUse.View,
        ["OrderBy"] = ElementUse.View,
        ["OrderByDescending"] = ElementUse.View,
        ["ThenBy"] = ElementUse.View,
        ["ThenByDescending"] = ElementUse.View,
        ["Order"] = ElementUse.View,
        ["OrderDescending"] = ElementUse.View,
        ["Skip"] = ElementUse.View,
        ["SkipWhile"] = ElementUse.View,
        ["SkipLast"] = ElementUse.View,
        ["Take"] = ElementUse.View,
        ["TakeWhile"] = ElementUse.View,
        ["TakeLast"] = ElementUse.View,
        ["Distinct"] = ElementUse.View,
        ["DistinctBy"] = ElementUse.View,
        ["Cast"] = ElementUse.View,
        ["OfType"] = ElementUse.View,
        ["Concat"] = ElementUse.View,
        ["Union"] = ElementUse.View,
        ["FindAll"] = ElementUse.View,
        ["GetConsumingEnumerable"] = ElementUse.View,
        ["ReadAllAsync"] = ElementUse.View,
        ["Resize"] = ElementUse.View,
        ["ToArray"] = ElementUse.Copy,
        ["ToList"] = ElementUse.Copy,
        ["ToHashSet"] = ElementUse.Copy,
        ["ToImmutableArray"] = ElementUse.Copy,
        ["ToImmutableList"] = ElementUse.Copy,
        ["GetRange"] = ElementUse.Copy,
        ["ToImmutable"] = ElementUse.Copy,
        ["MoveToImmutable"] = ElementUse.Copy,
        ["DrainToImmutable"] = ElementUse.Copy,
        ["ToBuilder"] = ElementUse.Copy,
        ["Clone"] = ElementUse.Copy,
        ["ToImmutableHashSet"] = ElementUse.Copy,
        ["ToFrozenSet"] = ElementUse.Copy,
        ["Add"] = ElementUse.Put,
        ["SetItem"] = ElementUse.Put,
        ["TryAdd"] = ElementUse.Put,
        ["AddFirst"] = ElementUse.Put,
        ["AddLast"] = ElementUse.Put,
        ["Insert"] = ElementUse.Put,
        ["Push"] = ElementUse.Put,
        ["Enqueue"] = ElementUse.Put,
        ["Fill"] = ElementUse.Put,
        ["EnqueueDequeue"] = ElementUse.Put,
        ["DequeueEnqueue"] = ElementUse.Put,
        ["EnqueueRange"] = ElementUse.Pour,
        ["TryWrite"] = ElementUse.Put,
        ["WriteAsync"] = ElementUse.Put,
        ["AddRange"] = ElementUse.Pour,
        ["InsertRange"] = ElementUse.Pour,
        ["UnionWith"] = ElementUse.Pour,
        ["CopyTo"] = ElementUse.PourOut,
        ["Copy"] = ElementUse.PourOut,
        ["ConstrainedCopy"] = ElementUse.PourOut,
        ["First"] = ElementUse.Take,
        ["FirstOrDefault"] = ElementUse.Take,
        ["Last"] = ElementUse.Take,
        ["LastOrDefault"] = ElementUse.Take,
        ["Single"] = ElementUse.Take,
        ["SingleOrDefault"] = ElementUse.Take,
        ["ElementAt"] = ElementUse.Take,
        ["ElementAtOrDefault"] = ElementUse.Take,
        ["Find"] = ElementUse.Take,
        ["FindLast"] = ElementUse.Take,
        ["MaxBy"] = ElementUse.Take,
        ["MinBy"] = ElementUse.Take,
        ["Peek"] = ElementUse.Take,
        ["Pop"] = ElementUse.Take,
        ["Dequeue"] = ElementUse.Take,
        ["TryPeek"] = ElementUse.Take,
        ["TryPop"] = ElementUse.Take,
        ["TryDequeue"] = ElementUse.Take,
        ["TryTake"] = ElementUse.Take,
        ["TryRead"] = ElementUse.Take,
        ["ReadAsync"] = ElementUse.Take,
        ["TryGetValue"] = ElementUse.Take,
        ["GetValueOrDefault"] = ElementUse.Take,
        ["Get"] = ElementUse.Take,
        ["GetValues"] = ElementUse.Take,
        ["Set"] = ElementUse.Put,
        ["Remove"] = ElementUse.Remove,
        ["TryRemove"] = ElementUse.Remove,
        ["GetOrAdd"] = ElementUse.PutAndTake,
        ["AddOrUpdate"] = ElementUse.PutAndTake,
        ["Clear"] = ElementUse.Clear,
        ["Select"] = ElementUse.Select,
        ["ConvertAll"] = ElementUse.Select,
        ["Join"] = ElementUse.Select,
        ["GroupJoin"] = ElementUse.Select,
        ["Sum"] = ElementUse.Fold,
        ["Min"] = ElementUse.Fold,
        ["Max"] = ElementUse.Fold,
        ["Average"] = ElementUse.Fold,
        ["Any"] = ElementUse.Fold,
        ["All"] = ElementUse.Fold,
        ["Count"] = ElementUse.Fold,
        ["LongCount"] = ElementUse.Fold,
        ["Exists"] = ElementUse.Fold,
        ["TrueForAll"] = ElementUse.Fold,
        ["FindIndex"] = ElementUse.Fold,
        ["FindLastIndex"] = ElementUse.Fold,
        ["RemoveAll"] = ElementUse.Fold,
        ["ForEach"] = ElementUse.Each,
        ["ForAll"] = ElementUse.Each,
        ["GroupBy"] = ElementUse.Group,
        ["ToLookup"] = ElementUse.Group,
        ["Append"] = ElementUse.Append,
        ["Prepend"] = ElementUse.Append,
        ["DefaultIfEmpty"] = ElementUse.Append,
        ["Except"] = ElementUse.Filter,
        ["ExceptBy"] = ElementUse.Filter,
        ["Intersect"] = ElementUse.Filter,
        ["IntersectBy"] = ElementUse.Filter,
        ["Zip"] = ElementUse.Zip,
        ["Index"] = ElementUse.Number,
        ["Chunk"] = ElementUse.Chunk,
        ["CountBy"] = ElementUse.CountBy,
        ["AggregateBy"] = ElementUse.FoldBy,
        ["Aggregate"] = ElementUse.Accumulate,
        ["ToDictionary"] = ElementUse.Index,
        ["ToImmutableDictionary"] = ElementUse.Index,
        ["ToImmutableSortedDictionary"] = ElementUse.Index,
        ["ToFrozenDictionary"] = ElementUse.Index,
        ["SelectMany"] = ElementUse.Flatten,
    };

    /// <summary>Whether a view with arguments is one of some elements, through which they can be written.</summary>
    public static bool IsPart(IMethodSymbol method) => method.Name is "AsSpan" or "AsMemory" or "Slice";

    public static ElementUse Of(IMethodSymbol method)
    {
        if (!uses.TryGetValue(method.Name, out var use))
        {
            return ElementUse.None;
        }

        var type = method.ContainingType;
        if (type is { Name: "Array", SpecialType: SpecialType.System_Array })
        {
            return method.Name is "Clear" or "Fill" or "Clone" or "Copy" or "ConstrainedCopy" or "Resize" or "CopyTo" or "AsReadOnly" or "Find" or "FindAll" or "FindLast" or "ConvertAll" or "GetEnumerator" or "Exists" or "TrueForAll" or "FindIndex" or "FindLastIndex" or "ForEach" ? use : ElementUse.None;
        }

        if (Known.IsBuilder(type))
        {
            return use == ElementUse.Clear ? use : ElementUse.None;
        }

        if (use is ElementUse.Remove or ElementUse.PutAndTake && (method.IsStatic || !Known.IsDictionary(type)))
        {
            return ElementUse.None;
        }

        if (method.Name is "Get" or "GetValues" or "Set" && !Known.IsDictionary(type))
        {
            return ElementUse.None;
        }

        if (method is { Name: "Add", Parameters.Length: 1 } && Known.IsDictionary(type) && Known.IsDictionary(method.Parameters[0].Type))
        {
            return ElementUse.Pour;
        }

        if (method.Name == "Take" && type.Name == "BlockingCollection")
        {
            return ElementUse.Take;
        }

        return type is { Name: "Enumerable" or "Queryable" or "ParallelEnumerable" or "MemoryExtensions" or "CollectionExtensions" or "ImmutableArray" or "ImmutableList" or "ImmutableDictionary" or "ImmutableSortedDictionary" or "ImmutableHashSet" or "FrozenDictionary" or "FrozenSet" or "CollectionsMarshal" }
            || (!method.IsStatic && type.SpecialType != SpecialType.System_String && Known.IsCollection(type))
                ? use
                : ElementUse.None;
    }
}
