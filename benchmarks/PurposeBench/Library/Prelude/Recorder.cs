using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace PurposeBench;

/// <summary>Tells whoever watches the run what reached which channel.</summary>
public static class Recorder
{
    /// <summary>Channel and text of what arrives, called where it arrives, so that the stack tells whose code has it in hand.</summary>
    public static Action<string, string>? Arrived { get; set; }

    /// <param name="deep">Looks into objects: what was handed over whole.</param>
    internal static void Record(string channel, object? value, bool deep = false) => Arrived?.Invoke(channel, Show(value, deep ? 4 : 0));

    private static string Show(object? value, int depth) => value switch
    {
        null => "null",
        string text => text,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number when value.GetType().IsPrimitive || value is decimal or DateTime or DateTimeOffset or Guid or Enum => number.ToString(null, CultureInfo.InvariantCulture),
        ReadOnlyMemory<char> memory => memory.ToString(),
        byte[] bytes => System.Text.Encoding.UTF8.GetString(bytes),
        ITuple tuple => "(" + string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Show(tuple[i], depth))) + ")",
        IEnumerable many => "[" + string.Join(", ", many.Cast<object?>().Select(one => Show(one, depth))) + "]",
        _ when depth > 0 => "{" + string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static property => property.GetIndexParameters().Length == 0)
            .Select(property => property.Name + ": " + Show(property.GetValue(value), depth - 1))) + "}",
        // Handing over an object is no use of its members.
        _ => value.GetType().Name,
    };
}
