using System.Collections;
using Ethics.Crm.Members;

namespace Ethics.Crm.Logging;

/// <summary>What of a value a log may have: names of types, nothing of the people.</summary>
internal static class LoggedValues
{
    /// <returns>The same value, or a text that stands for it.</returns>
    public static object? Redacted(object? value)
    {
        switch (value)
        {
            case null or string or ValueType and IConvertible:
                return value;
            case IDictionary map when !LabelledTypes.Reaches(value.GetType()):
                return Any(map.Values) || Any(map.Keys) ? StandIn(value.GetType()) : value;
            case ICollection all when !LabelledTypes.Reaches(value.GetType()):
                return Any(all) ? StandIn(value.GetType()) : value;
            default:
                return LabelledTypes.Reaches(value.GetType()) ? StandIn(value.GetType()) : value;
        }
    }

    // A list says what it may hold, not what it does hold. What is only a sequence is not run: that may be a query.
    private static bool Any(IEnumerable values)
    {
        foreach (var value in values)
        {
            if (!ReferenceEquals(Redacted(value), value))
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
