using System.Globalization;

namespace Ethics.Crm.Runtime;

/// <summary>
/// Ids as text that means the same everywhere: equal ids give equal text whatever their form and the culture, different ids different text.
/// What has no such text names nobody; a text of all such ids, like <c>System.Byte[]</c>, would make one person of them.
/// </summary>
internal readonly struct SubjectId
{
    private SubjectId(string? text, bool hasNoText)
    {
        Text = text;
        HasNoText = hasNoText;
    }

    /// <summary>Null for an id that is unset (null, the default of its type, empty) and for one that <see cref="HasNoText"/>.</summary>
    public string? Text { get; }

    /// <summary>True for arrays, collections, values of several parts without a text of their own, and the like.</summary>
    public bool HasNoText { get; }

    private static SubjectId Unset => default;

    public static SubjectId Of(object? id) => Of(id, depth: 0);

    /// <summary>An empty tenant is no tenant: both spellings must mean the same person.</summary>
    public static string? TextOrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    internal static SubjectId Of(object? id, int depth) => id switch
    {
        null => Unset,
        string text => FromText(text),
        Guid guid => guid == Guid.Empty ? Unset : FromText(guid.ToString("D")),
        // Constants compare type and value: these are the defaults of boxed numbers.
        0 or 0L or (short)0 or (byte)0 or 0u or 0ul or (ushort)0 or (sbyte)0 or 0m or 0d or 0f or '\0' or false => Unset,
        int number => FromText(number.ToString(CultureInfo.InvariantCulture)),
        long number => FromText(number.ToString(CultureInfo.InvariantCulture)),
        decimal number => FromText(WithoutTrailingZeros(number).ToString(CultureInfo.InvariantCulture)),
        // The default format drops digits on .NET Framework.
        double number => FromText(number.ToString("R", CultureInfo.InvariantCulture)),
        float number => FromText(number.ToString("R", CultureInfo.InvariantCulture)),
        // Equality sees neither the kind of a time nor its offset.
        DateTime time => time.Ticks == 0 ? Unset : FromText(DateTime.SpecifyKind(time, DateTimeKind.Unspecified).ToString("O", CultureInfo.InvariantCulture)),
        DateTimeOffset time => time.UtcTicks == 0 ? Unset : FromText(time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)),
        Uri uri => FromText(uri.IsAbsoluteUri ? uri.AbsoluteUri : uri.OriginalString),
        _ => SubjectIdForm.Of(id.GetType()).Read(id, depth),
    };

    internal static SubjectId FromText(string? text) => new(TextOrNull(text), hasNoText: false);

    internal static SubjectId None => new(null, hasNoText: true);

    // 5.00 and 5 are equal. Division keeps as few decimals as it can.
    private static decimal WithoutTrailingZeros(decimal number) => number / 1.0000000000000000000000000000m;
}
