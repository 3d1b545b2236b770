using System.Collections;
using Ethics.Crm.Members;

namespace Ethics.Crm.Logging;

/// <summary>What of a value a log may have: names of types, nothing of the people.</summary>
internal static class LoggedValues
{
    /// <returns>The same value, or what stands for it: a text, or for a sequence one that looks at what comes by.</returns>
    public static object? Redacted(object? value)
    {
        if (value is null or string or ValueType and IConvertible)
            return value;
        var facts = LoggedTypes.Of(value.GetType());
        if (facts.IsLabelled)
            return StandIn(value);
        if (facts.IsLazy)
            // Whoever writes the log runs it once; to look first would be to run it twice.
            return new RedactedSequence((IEnumerable)value);
        return facts.MayHoldMore && !facts.IsBare(value) && new LoggedParts().Reach(value, facts) ? TrackedValues.TextOf(value) ?? StandIn(value) : value;
    }

    public static string StandIn(object value) => $"[{NameOf(value.GetType())}: redacted]";

    public static string NameOf(Type type) => type.IsArray ? NameOf(type.GetElementType()!) + "[]"
        : type.Name.StartsWith("<>", StringComparison.Ordinal) ? "object"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;
}
