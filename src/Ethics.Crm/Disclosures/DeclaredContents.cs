using System.Runtime.CompilerServices;

namespace Ethics.Crm.Disclosures;

/// <summary>What senders say is in requests and contents. They are kept as long as those live.</summary>
internal static class DeclaredContents
{
    private static readonly ConditionalWeakTable<object, List<DeclaredContent>> Known = new();

    public static void Add(object sent, SubjectKey subject, IReadOnlyList<string> parts)
    {
        var declared = Known.GetOrCreateValue(sent);
        lock (declared)
            declared.Add(new DeclaredContent(subject, parts));
    }

    public static void AddNothing(object sent) => Known.GetOrCreateValue(sent);

    /// <summary>Null where nobody has said anything; empty where it was said that nothing personal is in it.</summary>
    public static IReadOnlyList<DeclaredContent>? Of(object sent)
    {
        if (!Known.TryGetValue(sent, out var declared))
            return null;
        lock (declared)
            return [.. declared];
    }
}

/// <summary>Members or categories of one person.</summary>
internal sealed record DeclaredContent(SubjectKey Subject, IReadOnlyList<string> Parts)
{
    /// <summary>Whether each part has been judged already, where it was read.</summary>
    public bool IsDecided { get; init; }

    /// <summary>When their values were obtained, as the object said that was written; null where it said nothing.</summary>
    public object? CollectedAt { get; init; }
}
