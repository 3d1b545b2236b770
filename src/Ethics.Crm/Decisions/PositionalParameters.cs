using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ethics.Crm.Decisions;

/// <summary>
/// The parameter of a record's own list that a member comes from. What any other constructor says of a parameter is about the parameter: taken for the member's label, it would permit
/// what the build refuses.
/// </summary>
internal static class PositionalParameters
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const string Trimmed = "Without its deconstructor, a record's labelled parameter is refused; without its constructor, no object has the member.";

    /// <summary>Null when the member comes from none.</summary>
    /// <exception cref="AmbiguousMatchException">Nothing tells whether a constructor with such a parameter is the record's own: it may be the one that forbids.</exception>
    public static ParameterInfo? Of(MemberInfo member)
    {
        var type = member.DeclaringType!;
        if (TypeOf(member) is not { } memberType || !IsRecord(type))
            return null;

        var candidates = Constructors(type).Select(static constructor => constructor.GetParameters())
            .Select(parameters => (All: parameters, One: parameters.FirstOrDefault(parameter => parameter.Name == member.Name && Bare(parameter) == memberType)))
            .Where(static candidate => candidate.One is not null).ToList();
        if (candidates.Count == 0)
            return null;

        var written = Deconstructors(type).Where(static method => method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)).Select(static method => method.GetParameters()).ToList();
        return written.Count > 0
            ? candidates.Find(candidate => written.Exists(parameters => AreAlike(parameters, candidate.All))).One
            : candidates.TrueForAll(static candidate => IsSilent(candidate.One!)) ? null
            : throw new AmbiguousMatchException();
    }

    private static Type? TypeOf(MemberInfo member) => member switch
    {
        FieldInfo field => field.FieldType,
        PropertyInfo property when property.GetIndexParameters().Length == 0 => property.PropertyType,
        _ => null,
    };

    /// <summary>Nobody may write a record's equality operator, so the compiler's is the mark of one, struct or class.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    private static bool IsRecord(Type type) =>
        type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly).Any(static method => method.Name == "op_Equality" && method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    private static ConstructorInfo[] Constructors(Type type) => type.GetConstructors(Declared);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    private static IEnumerable<MethodInfo> Deconstructors(Type type) => type.GetMethods(Declared).Where(static method => method.Name == "Deconstruct" && method.ReturnType == typeof(void));

    private static bool AreAlike(ParameterInfo[] some, ParameterInfo[] others) =>
        some.Length == others.Length && some.Zip(others, static (one, other) => one.Name == other.Name && Bare(one) == Bare(other)).All(static alike => alike);

    private static Type Bare(ParameterInfo parameter) => parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;

    // The compiler's own marks are about nullability and the like.
    private static bool IsSilent(ParameterInfo parameter) =>
        parameter.GetCustomAttributesData().All(static attribute => attribute.AttributeType.Namespace == "System.Runtime.CompilerServices");
}
