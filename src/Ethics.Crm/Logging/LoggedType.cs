using System.Collections;
using System.Reflection;

namespace Ethics.Crm.Logging;

/// <summary>What is known of an object by its type, before it is looked into.</summary>
internal sealed record LoggedType
{
    public static readonly LoggedType Labelled = new() { IsLabelled = true };

    public static readonly LoggedType Nothing = new();

    public static readonly LoggedType Lazy = new() { IsLazy = true };

    /// <summary>Objects of the type hold labelled data, whatever else they hold.</summary>
    public bool IsLabelled { get; private init; }

    /// <summary>Of what comes out of it only running it tells, which may be a query.</summary>
    public bool IsLazy { get; private init; }

    /// <summary>It has its items, which may be of types that its own does not name.</summary>
    public bool IsCollection { get; init; }

    /// <summary>It is a node among nodes, which it has: a sequence of its own kind. What is around it may be as little for the log as what is in it, and how deep it lies says nothing.</summary>
    public bool IsTree { get; init; }

    /// <summary>Where values lie that may be of types that its own does not name.</summary>
    public FieldInfo[] Parts { get; init; } = [];

    /// <summary>Takes what no field says it holds; gives null where that is not there yet. Null for nearly all types.</summary>
    public Func<object, IEnumerable?>? Held { get; init; }

    /// <summary>Whether this object holds nothing at all where others of its type hold something: then it is not gone through.</summary>
    public bool IsBare(object value)
    {
        if (IsCollection || Held is not null)
            return false;
        foreach (var part in Parts)
        {
            if (part.FieldType.IsValueType || part.GetValue(value) is not (null or string))
                return false;
        }

        return true;
    }

    public bool MayHoldMore => IsCollection || Parts.Length > 0 || Held is not null;
}
