using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ethics.Crm.Binding;

/// <summary>A method as its author sees it: the lambda or local function that the compiler has moved into a class of its own, with the members and the type in which it was written.</summary>
/// <param name="Method">What runs.</param>
/// <param name="IsLambda">Whether it is a lambda.</param>
/// <param name="Members">The members that a person wrote: the method or its property, or those that a lambda or local function may stand in. Several where they have one name, which the compiled code does not tell apart.</param>
/// <param name="Name">The member's own name.</param>
/// <param name="Type">The type that a person wrote around it; null for code without one.</param>
internal sealed record CodeMember(MethodInfo Method, bool IsLambda, IReadOnlyList<MemberInfo> Members, string Name, Type? Type)
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private static readonly string[] s_accessors = ["get_", "set_", "add_", "remove_"];

    private const string LambdaMark = ">b__";
    private const string LocalFunctionMark = ">g__";
    private const string Trimmed = "What the trimmer removed declares nothing; code without purpose is refused.";

    /// <summary>Whether the compiler moved it: a lambda or local function.</summary>
    public bool IsNested => Members.Count != 1 || Members[0] is not MethodInfo own || own != Method;

    public static CodeMember Of(MethodInfo method)
    {
        var lambda = method.Name.LastIndexOf(LambdaMark, StringComparison.Ordinal);
        var mark = lambda > 0 ? lambda : method.Name.LastIndexOf(LocalFunctionMark, StringComparison.Ordinal);
        if (mark <= 0 || method.Name[0] != '<')
            return new CodeMember(method, false, [method], NameOf(method), method.DeclaringType);

        var type = method.DeclaringType;
        while (type is { DeclaringType: not null } && (type.Name[0] == '<' || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)))
            type = type.DeclaringType;
        var outer = method.Name.Substring(1, mark - 1);
        return new CodeMember(method, lambda > 0, type is null ? [] : Named(type, outer), Simple(PropertyName(outer)), type);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    private static List<MemberInfo> Named(Type type, string name) =>
        // A closure's type is open where the type around it is: definitions are looked at, which is where attributes stand.
        [.. (type.IsGenericType ? type.GetGenericTypeDefinition() : type).GetMember(name, MemberTypes.Method | MemberTypes.Constructor, Any)];

    /// <summary>As the policy names a member: an accessor by its property or event.</summary>
    public static string NameOf(MethodInfo method)
    {
        var simple = Simple(method.Name);
        return method.IsSpecialName && Array.Find(s_accessors, one => simple.StartsWith(one, StringComparison.Ordinal)) is { } prefix ? simple.Substring(prefix.Length) : simple;
    }

    private static string PropertyName(string name)
    {
        var simple = Simple(name);
        return simple.StartsWith("get_", StringComparison.Ordinal) || simple.StartsWith("set_", StringComparison.Ordinal) ? simple.Substring(4) : simple;
    }

    // The compiler calls an explicit implementation "Acme.IDesk.Answer"; a constructor is "T.ctor" to the policy.
    private static string Simple(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
