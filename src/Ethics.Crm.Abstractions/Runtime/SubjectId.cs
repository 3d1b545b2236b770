using System.ComponentModel;
using System.Globalization;

namespace Ethics.Crm.Runtime;

/// <summary>Ids as text that means the same everywhere.</summary>
internal static class SubjectId
{
    /// <summary>Null for null, the default of a value type (boxed or nullable too), and empty text.</summary>
    public static string? Text<T>(T id)
    {
        if (id is null)
            return null;
        if (typeof(T).IsValueType && EqualityComparer<T>.Default.Equals(id, default!))
            return null;
        var text = id switch
        {
            string s => s,
            Guid guid => guid == Guid.Empty ? null : guid.ToString("D"),
            // Constants compare type and value: these are the defaults of boxed numbers.
            0 or 0L or (short)0 or (byte)0 or 0u or 0ul or (ushort)0 or (sbyte)0 or 0m or 0d or 0f or '\0' or false => null,
            DateTime time => time == default ? null : time.ToString("O", CultureInfo.InvariantCulture),
            DateTimeOffset time => time == default ? null : time.ToString("O", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => id.ToString(),
        };
        return TextOrNull(text);
    }

    /// <summary>An empty tenant is no tenant: both spellings must mean the same person.</summary>
    public static string? TextOrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>Keys for the binders of generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SubjectKeys
{
    /// <summary>Nobody: the key is unset.</summary>
    public static readonly IReadOnlyList<SubjectKey> None = [];

    /// <summary>One person, or nobody when the id is null, empty or the default of its type.</summary>
    public static IReadOnlyList<SubjectKey> One<T>(string subjectType, T id, string? tenant = null)
    {
        var text = SubjectId.Text(id);
        return text is null ? None : [new SubjectKey(SubjectId.TextOrNull(tenant), subjectType, text)];
    }
}
