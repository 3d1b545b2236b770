namespace Ethics.Crm.Policy.Patterns;

/// <summary>Parameter types as patterns and compilers write them, brought to one form.</summary>
internal static class TypeName
{
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["bool"] = "System.Boolean", ["byte"] = "System.Byte", ["sbyte"] = "System.SByte", ["char"] = "System.Char", ["decimal"] = "System.Decimal",
        ["double"] = "System.Double", ["float"] = "System.Single", ["int"] = "System.Int32", ["uint"] = "System.UInt32", ["long"] = "System.Int64",
        ["ulong"] = "System.UInt64", ["short"] = "System.Int16", ["ushort"] = "System.UInt16", ["object"] = "System.Object", ["string"] = "System.String",
        ["nint"] = "System.IntPtr", ["nuint"] = "System.UIntPtr", ["dynamic"] = "System.Object",
    };

    private static readonly string[] RefKinds = ["ref readonly ", "ref ", "out ", "in ", "params "];

    private const string Nullable = "System.Nullable";

    /// <summary>C# keywords become full names; generic arguments, arity, nullability and ref kinds go, array brackets stay. <c>int?</c> is <c>System.Nullable</c>, which is another overload than <c>int</c>.</summary>
    public static string Normalize(string type)
    {
        var text = type.Trim();
        foreach (var refKind in RefKinds)
        {
            if (text.StartsWith(refKind, StringComparison.Ordinal))
            {
                text = text.Substring(refKind.Length).TrimStart();
            }
        }

        if (text.StartsWith("global::", StringComparison.Ordinal))
        {
            text = text.Substring(8);
        }

        var isNullable = text.Split('[')[0].TrimEnd().EndsWith("?", StringComparison.Ordinal);
        text = WithoutGenericArguments(text);
        var brackets = text.IndexOf('[');
        var element = brackets < 0 ? text : text.Substring(0, brackets);
        var suffix = brackets < 0 ? "" : text.Substring(brackets).Replace("?", "");
        if (!Keywords.TryGetValue(element, out var full))
        {
            return element + suffix;
        }

        return (isNullable && full is not "System.String" and not "System.Object" ? Nullable : full) + suffix;
    }

    private static string WithoutGenericArguments(string text)
    {
        if (text.IndexOfAny(['<', '`', '?', '&', ' ']) < 0)
        {
            return text;
        }

        var kept = new System.Text.StringBuilder(text.Length);
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '<':
                    depth++;
                    break;
                case '>':
                    depth--;
                    break;
                case '`':
                    while (i + 1 < text.Length && char.IsDigit(text[i + 1]))
                    {
                        i++;
                    }

                    break;
                case '?' or '&' or ' ':
                    break;
                default:
                    if (depth == 0)
                    {
                        kept.Append(text[i]);
                    }

                    break;
            }
        }

        return kept.ToString();
    }
}
