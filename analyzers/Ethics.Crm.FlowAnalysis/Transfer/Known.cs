using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What is known of types and members of the framework.</summary>
internal static class Known
{
    public const string PairKey = "System.Collections.Generic.KeyValuePair.Key";

    public const string GroupKey = "System.Linq.IGrouping.Key";

    public const string PairValue = "System.Collections.Generic.KeyValuePair.Value";

    /// <summary>An entry of a dictionary.</summary>
    public static bool IsPair(ITypeSymbol? type) => type is { Name: "KeyValuePair", ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } };

    /// <summary>A tuple of parts that have no names, as an object.</summary>
    public static bool IsTupleClass(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Tuple", TypeKind: TypeKind.Class, Arity: > 0, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>A tuple that says by its form which part is which, of whatever kind.</summary>
    public static bool IsTuple(ITypeSymbol? type) => type is INamedTypeSymbol { Arity: > 0 and < 8 } && (type.IsTupleType || IsTupleClass(type));

    /// <summary>How many elements a collection has tells nothing of them; the length of a text does.</summary>
    public static bool IsCount(IPropertySymbol property)
        => (property.Name is "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "IsCanceled" or "Status" && property.ContainingType.Name is "Task" or "ValueTask")
            || (property.Name is "Completion" or "CanCount" or "CanPeek" && IsChannel(property.ContainingType))
            || (property.Name is "Count" or "Length" or "LongLength" or "IsEmpty" && property.ContainingType.SpecialType != SpecialType.System_String && !IsBuilder(property.ContainingType) && IsCollection(property.ContainingType));

    /// <summary>A text that is still being written.</summary>
    public static bool IsBuilder(ITypeSymbol? type) => type is { Name: "StringBuilder", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } };

    /// <summary>A task that is only waited for: what it yields, nobody takes out of it under this type.</summary>
    public static bool IsBareTask(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", IsGenericType: false, ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };

    /// <summary>Puts a value into a task, or takes it out of one.</summary>
    public static bool IsWrapper(IMethodSymbol method)
        => (method is { IsStatic: true, Name: "FromResult" or "Run", ContainingType.Name: "Task" or "ValueTask" } or { Name: "ConfigureAwait" or "AsTask" or "GetAwaiter", ContainingType.Name: "Task" or "ValueTask" }
                or { Name: "GetResult", ContainingType.Name: "TaskAwaiter" or "ValueTaskAwaiter" or "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter" })
            && (method.ContainingNamespace is { Name: "Tasks", ContainingNamespace.Name: "Threading" } or { Name: "CompilerServices", ContainingNamespace.Name: "Runtime" });

    /// <summary>What a task yields: as it is awaited.</summary>
    public static bool IsTaskResult(IPropertySymbol property) => property is { Name: "Result", ContainingType: { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } } };

    /// <summary>Maps a handler of a web application to an address.</summary>
    public static bool IsEndpointMapping(IMethodSymbol method)
        => method is { IsExtensionMethod: true, ReducedFrom: null, Name: ['M', 'a', 'p', ..], Parameters: [{ Type.Name: "IEndpointRouteBuilder" }, ..], ContainingNamespace: { Name: "Builder", ContainingNamespace: { Name: "AspNetCore", ContainingNamespace.Name: "Microsoft" } } };

    /// <summary>A collection of which each change is another one.</summary>
    public static bool IsImmutable(ITypeSymbol? type) => type is { ContainingType: null, ContainingNamespace: { Name: "Immutable", ContainingNamespace.Name: "Collections" } };

    /// <summary>The text of a query or format string without what is put into it; the parts of an expression that nobody has run; whether something has a value yet.</summary>
    public static bool IsFrame(IPropertySymbol property)
        => property is { Name: "Format" or "ArgumentCount", ContainingType: { Name: "FormattableString" } } or { Name: "IsValueCreated", ContainingType: { Name: "Lazy" or "ThreadLocal" } }
            || property is { Name: "Source", ContainingType: { Name: "Bound", ContainingNamespace: { Name: "Crm", ContainingNamespace.Name: "Ethics" } } }
            || (property.Name != "Value" && property.ContainingNamespace is { Name: "Expressions", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } });

    /// <summary>An object of the framework that holds one value, which is taken out of it: the object alone is no use of the value.</summary>
    public static bool IsHolder(ITypeSymbol? type)
        => type is { Name: "Lazy" or "ThreadLocal" or "AsyncLocal" or "WeakReference" or "StrongBox", ContainingNamespace: { Name: "System" or "Threading" or "CompilerServices" } };

    /// <summary>A property that hands out what lies in it, and nothing else that its object holds.</summary>
    public static bool IsApart(IPropertySymbol property) => (property.Name == "Value" && IsHolder(property.ContainingType)) || (property.Name is "Items" or "Session" && IsKeeper(property.ContainingType));

    /// <summary>What of an object belongs to the flow of calls and not to the object: what a method that runs on its own puts there, those who called it do not find.</summary>
    public const string AmbientValue = "System.Threading.AsyncLocal.Value";

    public static bool IsCount(IMethodSymbol method) => (method.Name is "WaitToReadAsync" or "WaitToWriteAsync" && IsChannel(method.ContainingType)) || (method.Name is "Count" or "LongCount" or "Any" && method.ContainingType is { Name: "Enumerable" or "Queryable" } && method.Parameters.Length < 2)
        || (method.Name is "MoveNext" or "MoveNextAsync" && method.Parameters.IsEmpty);

    /// <summary>Its parts are taken out of it one by one: the collection alone is no use of them.</summary>
    public static bool IsCollection(ITypeSymbol? type) => type is not null && Collections.GetValue(type, static one => new StrongBox<bool>(IsCollectionOf(one))).Value;

    private static readonly ConditionalWeakTable<ITypeSymbol, StrongBox<bool>> Collections = new();

    private static bool IsCollectionOf(ITypeSymbol type)
        => type.SpecialType != SpecialType.System_String
            && (type is IArrayTypeSymbol || type.SpecialType == SpecialType.System_Array || IsEnumerable(type) || type.AllInterfaces.Any(IsEnumerable)
                || type is { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "StringBuilder" } || IsPriorityQueue(type) || IsChannel(type) || IsMapByName(type)
                || (type.Name == "Enumerator" && type.ContainingType is { } collection && IsCollection(collection)) || type is { SpecialType: SpecialType.System_Collections_IEnumerator } || type.AllInterfaces.Any(static one => one.SpecialType == SpecialType.System_Collections_IEnumerator));

    /// <summary>A queue whose elements come out by their priorities, which lie beside them.</summary>
    public static bool IsPriorityQueue(ITypeSymbol? type) => type is { Name: "PriorityQueue", ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } };

    /// <summary>A channel, or one of its two ends: all three hold the same.</summary>
    public static bool IsChannel(ITypeSymbol? type) => type is { Name: "Channel" or "ChannelWriter" or "ChannelReader", ContainingNamespace: { Name: "Channels", ContainingNamespace.Name: "Threading" } };

    /// <summary>
    /// What keeps values for whoever has it, though it is no collection: a cache, a session, what goes with a request. Of such an object a container or a framework hands the same one to many.
    /// </summary>
    public static bool IsKeeper(ITypeSymbol? type)
        => type is { SpecialType: SpecialType.None, Name: var name } && (name.EndsWith("Cache", StringComparison.Ordinal)
            || (name is "ISession" or "HttpContext" && type.ContainingNamespace is { Name: "Http", ContainingNamespace.Name: "AspNetCore" })
            || (name is "TaskCompletionSource" && type.ContainingNamespace is { Name: "Tasks", ContainingNamespace.Name: "Threading" })
            || IsPipe(type));

    /// <summary>Puts a value where any code of the process finds it, under a name and in no member.</summary>
    public static bool IsKeptByTheProcess(IMethodSymbol method)
        => method is { Name: "SetEnvironmentVariable", ContainingType.Name: "Environment" } or { Name: "SetData", ContainingType.Name: "AppDomain" or "AppContext" or "Thread" } && method.ContainingNamespace is { Name: "System" } or { Name: "Threading", ContainingNamespace.Name: "System" };

    /// <summary>A pipe of bytes, or one of its two ends.</summary>
    private static bool IsPipe(ITypeSymbol type) => type is { Name: "Pipe" or "PipeWriter" or "PipeReader", ContainingNamespace: { Name: "Pipelines", ContainingNamespace.Name: "IO" } };

    /// <summary>What hands out its two ends, which hold the same as it.</summary>
    public static bool HasEnds(ITypeSymbol? type) => IsChannel(type) || (type is not null && IsPipe(type));

    /// <summary>Hands out the place under a key of a dictionary.</summary>
    public static bool IsReferenceToAValue(IMethodSymbol method) => method is { Name: "GetValueRefOrAddDefault" or "GetValueRefOrNullRef", Parameters.Length: >= 2, ContainingType: { Name: "CollectionsMarshal", ContainingNamespace: { Name: "InteropServices", ContainingNamespace.Name: "Runtime" } } };

    /// <summary>A method that leaves its object as it was: what an algorithm, an encoding or a pattern is asked about, it does not remember.</summary>
    public static bool KeepsNothing(IMethodSymbol method) => method.ContainingType switch
    {
        { Name: "HashAlgorithm", ContainingNamespace: { Name: "Cryptography", ContainingNamespace.Name: "Security" } } => method.Name == "TryComputeHash",
        { Name: "Encoding", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } } or { Name: "TextEncoder", ContainingNamespace: { Name: "Web", ContainingNamespace.Name: "Encodings" } } => true,
        { Name: "Regex", ContainingNamespace: { Name: "RegularExpressions", ContainingNamespace.Name: "Text" } } => true,
        _ => false,
    };

    /// <summary>What code that is not known may write into when it is handed there.</summary>
    public static bool IsFilled(ITypeSymbol? type)
        => type is IArrayTypeSymbol or { SpecialType: SpecialType.System_Array } or { Name: "Span" or "Memory" or "StringBuilder" } || InheritsFrom(type, "Stream") || InheritsFrom(type, "TextWriter") || IsKeeper(type) || (type is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Interface } && IsCollection(type));

    /// <summary>What stands before the dot of an extension may keep what it is given, as it may of a method of its own. A log keeps nothing that anybody takes out of it.</summary>
    public static bool IsFilledByExtensions(ITypeSymbol? type) => type is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Interface, Name: not "ILogger" };

    /// <summary>A sequence of groups.</summary>
    public static bool IsGrouped(ITypeSymbol type) => type is INamedTypeSymbol { TypeArguments: [{ Name: "IGrouping" }] } or { Name: "ILookup" };

    /// <summary>A sequence seen in a way that offers nothing to write with: what takes it so only reads it.</summary>
    public static bool IsReadOnly(ITypeSymbol? type)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Interface, Name: "IEnumerable" or "IOrderedEnumerable" or "IAsyncEnumerable" or "IQueryable" or "IOrderedQueryable" or "IReadOnlyCollection" or "IReadOnlyList" or "IReadOnlySet" or "IReadOnlyDictionary" or "IGrouping" or "ILookup" } named
            && named.ContainingNamespace is { Name: "Generic" or "Collections" or "Linq" } && named.ContainingNamespace.ToDisplayString().StartsWith("System.", StringComparison.Ordinal);

    /// <summary>The list of the framework itself, whose elements have places.</summary>
    public static bool IsList(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "List", Arity: 1, ContainingType: null, ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } };

    /// <summary>By which a list may be seen and changed.</summary>
    public static bool IsOfLists(ITypeSymbol? type) => IsList(type) || type is { Name: "IList" or "ICollection", ContainingType: null } && IsOfCollections(type.ContainingNamespace);

    /// <summary>A member of lists that takes nothing out and leaves the order as it is; what it puts in may come to any place.</summary>
    public static bool KeepsEnds(IMethodSymbol method) => method.Name is "Add" or "AddRange" or "Insert" or "InsertRange" or "Contains" or "IndexOf" or "LastIndexOf" or "Find" or "FindLast" or "FindIndex" or "FindLastIndex" or "Exists" or "TrueForAll" or "ForEach"
        or "ToArray" or "CopyTo" or "GetEnumerator" or "BinarySearch" or "EnsureCapacity" or "TrimExcess" or "ConvertAll" or "AsReadOnly" or "ToString" or "Equals" or "GetHashCode" or "GetType" || method.MethodKind == MethodKind.PropertyGet;

    private static bool InheritsFrom(ITypeSymbol? type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == name && current.ContainingNamespace is { Name: "IO" })
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsDictionary(ITypeSymbol? type) => type is INamedTypeSymbol named && (IsMap(named) || IsMapByName(named) || named.AllInterfaces.Any(IsMap));

    /// <summary>What has values under names and is no dictionary: headers and query strings, a node of a JSON tree.</summary>
    private static bool IsMapByName(ITypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current is { Name: "NameValueCollection", ContainingNamespace: { Name: "Specialized", ContainingNamespace.Name: "Collections" } } or { Name: "JsonNode", ContainingNamespace: { Name: "Nodes", ContainingNamespace.Name: "Json" } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A value that says something by itself: text, number, date, enum.</summary>
    public static bool IsSimple(ITypeSymbol? type)
        => type is { TypeKind: TypeKind.Enum } or { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String } or { SpecialType: SpecialType.System_DateTime }
            or { Name: "DateOnly" or "TimeOnly" or "DateTimeOffset" or "TimeSpan" or "Guid", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } && IsSimple(inner));

    /// <summary>Whether an object of one type can be what is seen as the other. Of a type that is not known it can.</summary>
    public static bool MayBe(ITypeSymbol? one, ITypeSymbol? seenAs)
        => MayBeAwaited(Awaited(one), Awaited(seenAs));

    // Awaited and not, a value is the same one.
    private static bool MayBeAwaited(ITypeSymbol? one, ITypeSymbol? seenAs)
        => !IsNeitherClassNorSeenAs(one, seenAs) && !IsNeitherClassNorSeenAs(seenAs, one) && MayBeClass(one, seenAs);

    /// <summary>An array is no object of a class but its own, and implements interfaces of collections alone; a delegate even fewer. One delegate may be made of another.</summary>
    private static bool IsNeitherClassNorSeenAs(ITypeSymbol? one, ITypeSymbol? seenAs) => one?.TypeKind switch
    {
        TypeKind.Array => seenAs switch
        {
            { TypeKind: TypeKind.Class } => seenAs.SpecialType is not (SpecialType.System_Object or SpecialType.System_Array),
            { TypeKind: TypeKind.Interface } => seenAs.Name != "ICloneable" && !IsOfCollections(seenAs.ContainingNamespace),
            { TypeKind: TypeKind.Delegate } => true,
            _ => false,
        },
        TypeKind.Delegate => seenAs switch
        {
            { TypeKind: TypeKind.Class } => seenAs.SpecialType is not (SpecialType.System_Object or SpecialType.System_Delegate or SpecialType.System_MulticastDelegate) && seenAs.Name != "Expression",
            { TypeKind: TypeKind.Interface } => seenAs.Name is not ("ICloneable" or "ISerializable"),
            _ => false,
        },
        _ => false,
    };

    private static bool IsOfCollections(INamespaceSymbol space) => space.Name == "Collections" || space.ContainingNamespace is { Name: "Collections" };

    private static bool MayBeClass(ITypeSymbol? one, ITypeSymbol? seenAs)
        => !IsClass(one) || !IsClass(seenAs) || Graph.IsA(one!.OriginalDefinition, seenAs!.OriginalDefinition) || Graph.IsA(seenAs.OriginalDefinition, one.OriginalDefinition) || HasBase(one, seenAs) || HasBase(seenAs, one);

    /// <summary>Whether an object of a type can be handed to a parameter: of two closed forms of one class only the one.</summary>
    public static bool CanBe(ITypeSymbol? one, ITypeSymbol parameter)
    {
        (one, parameter) = (Awaited(one), Awaited(parameter)!);
        if (!MayBe(one, parameter))
        {
            return false;
        }

        for (var current = IsClass(one) ? one as INamedTypeSymbol : null; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, parameter.OriginalDefinition))
            {
                return parameter is not INamedTypeSymbol { IsGenericType: true } wanted || current.TypeArguments.Zip(wanted.TypeArguments, static (mine, theirs) => IsOpen(mine) || IsOpen(theirs) || SymbolEqualityComparer.Default.Equals(mine, theirs)).All(static same => same);
            }
        }

        return true;
    }

    /// <summary>What hands out options, or sets them.</summary>
    public static bool IsOfOptions(INamedTypeSymbol type) => type.ContainingNamespace is { Name: "Options", ContainingNamespace: { Name: "Extensions", ContainingNamespace.Name: "Microsoft" } };

    /// <summary>Whether it names what only a caller knows.</summary>
    public static bool IsOpen(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen),
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        _ => type.TypeKind is TypeKind.TypeParameter or TypeKind.Dynamic,
    };

    private static bool IsClass(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Enum, SpecialType: not SpecialType.System_Object };

    private static bool HasBase(ITypeSymbol type, ITypeSymbol wanted)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, wanted.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The fields and properties that a copy takes along.</summary>
    public static IEnumerable<ISymbol> PartsOf(ITypeSymbol? type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false } or IFieldSymbol { IsStatic: false, AssociatedSymbol: null })
                {
                    yield return member;
                }
            }
        }
    }

    /// <summary>The one that a parameter of this name speaks of: of a property and the field behind it, the property.</summary>
    public static ISymbol? PartOf(ITypeSymbol? type, string name)
        => PartsOf(type).Where(part => string.Equals(part.Name, name, StringComparison.OrdinalIgnoreCase)).OrderBy(static part => part is IFieldSymbol).ThenBy(static part => part.Name, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>What a task yields; any other type itself.</summary>
    public static ITypeSymbol? Awaited(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : type;

    private static bool IsEnumerable(ITypeSymbol type) => type.SpecialType == SpecialType.System_Collections_IEnumerable || type is { Name: "IAsyncEnumerable" or "IAsyncEnumerator" };

    private static bool IsMap(INamedTypeSymbol type) => type is { Name: "IDictionary" or "IReadOnlyDictionary" };
}
