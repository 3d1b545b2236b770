using System.Reflection;
using Ethics.Crm.Policy;

namespace Ethics.Crm.Binding;

/// <summary>What a piece of code works for: all of the names; none for code that declares that it works for nothing.</summary>
/// <param name="Names">The purposes.</param>
/// <param name="IsOfCaller">Whether it is what the caller said of it, because the code says nothing itself.</param>
internal sealed record CodePurposes(IReadOnlyList<string> Names, bool IsOfCaller)
{
    /// <summary>The purposes of a method that somebody runs: the same that the build judges its body by.</summary>
    /// <param name="method">What runs.</param>
    /// <param name="seen">The class through which it is reached, where it may be inherited from another one; null when it is the one that declares it.</param>
    /// <param name="caller">What whoever runs it said it is for: <c>.ForPurpose</c> behind the mapping of an endpoint. Around a lambda this is a scope; a method that says nothing works for its caller. Null when he said nothing.</param>
    /// <param name="table">The policy; null without one.</param>
    /// <returns>Null when nobody says what the code works for.</returns>
    public static CodePurposes? Of(MethodInfo method, Type? seen, IReadOnlyList<string>? caller, PolicyTable? table)
    {
        var code = CodeMember.Of(method);
        var entry = table is null ? null : CodeEntries.Of(table, code);
        if (Declared(code, seen, caller) is { } declared)
            return WithinCeiling(declared, entry);
        entry ??= table is null || seen is null || seen == code.Type ? null : CodeEntries.Of(table, seen);
        if (entry is not null)
            return new CodePurposes(entry.Purposes, IsOfCaller: false);
        return OfAssembly(code.Type ?? method.DeclaringType) ?? OfAssembly(seen) ?? OfCaller(caller);
    }

    /// <summary>The purposes of a class of which nobody says which method runs.</summary>
    /// <inheritdoc cref="Of(MethodInfo, Type?, IReadOnlyList{string}?, PolicyTable?)"/>
    public static CodePurposes? Of(Type type, IReadOnlyList<string>? caller, PolicyTable? table)
    {
        var entry = table is null ? null : CodeEntries.Of(table, type);
        if (DeclaredPurposes.OfType(type) is { } declared)
            return WithinCeiling(Itself(declared), entry);
        return entry is not null ? new CodePurposes(entry.Purposes, IsOfCaller: false) : OfAssembly(type) ?? OfCaller(caller);
    }

    private static CodePurposes? Declared(CodeMember code, Type? seen, IReadOnlyList<string>? caller)
    {
        if (DeclaredPurposes.OwnOrProperty(code.Method) is { } own)
            return Itself(own);
        if (code.IsLambda && caller is not null)
            return OfCaller(caller);

        // Members of one name cannot be told apart: rather too many purposes, all of which must then be permitted.
        IReadOnlyList<string>? found = null;
        foreach (var member in code.Members)
            found = DeclaredPurposes.Union(found, DeclaredPurposes.OfMember(member));
        found ??= code.Type is { } type ? DeclaredPurposes.OfType(type) : null;
        found ??= seen is not null && seen != code.Type ? DeclaredPurposes.OfType(seen) : null;
        return found is null ? null : Itself(found);
    }

    private static CodePurposes Itself(IReadOnlyList<string> names) => new(names, IsOfCaller: false);

    private static CodePurposes? OfCaller(IReadOnlyList<string>? caller) => caller is null ? null : new CodePurposes(caller, IsOfCaller: true);

    private static CodePurposes? OfAssembly(Type? type) => type is not null && DeclaredPurposes.Own(type.Assembly) is { } names ? Itself(names) : null;

    /// <summary>Code that declares more than the policy's ceiling has to do with both: what only the declaration permits is refused, as in the build.</summary>
    private static CodePurposes WithinCeiling(CodePurposes purposes, CodeEntry? entry) =>
        entry is not { Only: true } || purposes.Names.All(name => entry.MayDeclare.Any(allowed => Covers(allowed, name)))
            ? purposes
            : purposes with { Names = [.. purposes.Names.Union(entry.MayDeclare, StringComparer.Ordinal)] };

    private static bool Covers(string branch, string name) => name.StartsWith(branch, StringComparison.Ordinal) && (name.Length == branch.Length || name[branch.Length] == '.');
}
