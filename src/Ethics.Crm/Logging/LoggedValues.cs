using System.Collections;
using Ethics.Crm.Members;

namespace Ethics.Crm.Logging;

/// <summary>What of a value a log may have: names of types, nothing of the people.</summary>
internal static class LoggedValues
{
    /// <summary>A list in a list, and so on: what lies deeper is not looked at and not shown. A list may hold itself.</summary>
    private const int MaximumDepth = 8;

    /// <returns>The same value, or a text that stands for it.</returns>
    public static object? Redacted(object? value) => Redacted(value, 0);

    private static object? Redacted(object? value, int depth)
    {
        switch (value)
        {
            case null or string or ValueType and IConvertible:
                return value;
            case ICollection when depth == MaximumDepth:
                return StandIn(value.GetType());
            case IDictionary map when !LabelledTypes.Reaches(value.GetType()):
                return Any(map.Values, depth) || Any(map.Keys, depth) ? StandIn(value.GetType()) : value;
            case ICollection all when !LabelledTypes.Reaches(value.GetType()):
                return Any(all, depth) ? StandIn(value.GetType()) : value;
            default:
                return LabelledTypes.Reaches(value.GetType()) ? StandIn(value.GetType()) : value;
        }
    }

    // A list says what it may hold, not what it does hold. What is only a sequence is not run: that may be a query.
    private static bool Any(IEnumerable values, int depth)
    {
        foreach (var value in values)
        {
            if (!ReferenceEquals(Redacted(value, depth + 1), value))
                return true;
        }

        return false;
    }

    private static string StandIn(Type type) => $"[{NameOf(type)}: redacted]";

    private static string NameOf(Type type) => type.IsArray ? NameOf(type.GetElementType()!) + "[]"
        : type.Name.StartsWith("<>", StringComparison.Ordinal) ? "object"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;
}
