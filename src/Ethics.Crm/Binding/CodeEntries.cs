using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Ethics.Crm.Policy;

namespace Ethics.Crm.Binding;

/// <summary>What the policy's <c>code</c> says of compiled code, as the build reads it.</summary>
internal static class CodeEntries
{
    private const string Trimmed = "What the trimmer removed declares nothing; code without purpose is refused.";

    /// <summary>The entry for a member; null when there is none.</summary>
    public static CodeEntry? Of(PolicyTable table, CodeMember code)
    {
        if (table.Document.Code.Count == 0 || code.Type is not { } type)
            return null;
        var member = NameOf(type) + "." + code.Name;
        var entry = table.FindCode([member, .. NamesAround(type)]);
        return entry is { Only: true } || table.Document.Code.ContainsKey(member) ? entry : Inherited(table, code, type) ?? entry;
    }

    /// <summary>The entry for a type as a whole; null when there is none.</summary>
    public static CodeEntry? Of(PolicyTable table, Type type)
    {
        if (table.Document.Code.Count == 0)
            return null;
        var entry = table.FindCode([.. NamesAround(type)]);
        return entry is { Only: true } ? entry : InheritedByType(table, type) ?? entry;
    }

    /// <summary>The full C# name: dots throughout, no arity.</summary>
    public static string NameOf(Type type)
    {
        var name = type.Name;
        var arity = name.IndexOf('`');
        var simple = arity < 0 ? name : name.Substring(0, arity);
        return type.DeclaringType is { } outer ? NameOf(outer) + "." + simple : string.IsNullOrEmpty(type.Namespace) ? simple : type.Namespace + "." + simple;
    }

    private static IEnumerable<string> NamesAround(Type type)
    {
        for (var current = type; current is not null; current = current.DeclaringType)
            yield return NameOf(current);
    }

    /// <summary>An entry that names a base or interface, or a member of one, without wildcard speaks for what is derived from it. A ceiling stays where it is.</summary>
    private static CodeEntry? Inherited(PolicyTable table, CodeMember code, Type type)
    {
        CodeEntry? inherited = null;
        if (!code.IsNested)
        {
            foreach (var declaration in DeclaredPurposes.Declarations(code.Method))
                inherited = Both(inherited, Named(table, NameOf(declaration.DeclaringType!) + "." + CodeMember.NameOf(declaration)));
        }

        return inherited ?? InheritedByType(table, type);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    private static CodeEntry? InheritedByType(PolicyTable table, Type innermost)
    {
        if (NamesAround(innermost).Any(table.Document.Code.ContainsKey))
            return null;
        CodeEntry? inherited = null;
        for (var type = innermost; type is not null && inherited is null; type = type.DeclaringType)
        {
            for (var current = type.BaseType; current is not null && inherited is null; current = current.BaseType)
                inherited = Named(table, NameOf(current));
            foreach (var contract in type.GetInterfaces())
                inherited = Both(inherited, Named(table, NameOf(contract)));
        }

        return inherited;
    }

    private static CodeEntry? Named(PolicyTable table, string name) => table.Document.Code.TryGetValue(name, out var entry) && entry is not null ? entry with { Only = false } : null;

    private static CodeEntry? Both(CodeEntry? one, CodeEntry? other) =>
        one is null ? other : other is null ? one : one with { Purposes = [.. one.Purposes.Union(other.Purposes, StringComparer.Ordinal)] };
}
