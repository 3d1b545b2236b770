using System.Reflection;

namespace Ethics.Crm.Members;

/// <summary>Whether a member may be null, by the marks that the compiler leaves. Read by name: netstandard2.0 has no reader of them, and applications may switch off the one of the run time.</summary>
internal static class NullableMarks
{
    private const byte NotNull = 1;

    public static bool MayBeNull(MemberInfo member)
    {
        var type = member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;
        if (type.IsValueType)
            return Nullable.GetUnderlyingType(type) is not null;
        var mark = First(member.GetCustomAttributesData(), "System.Runtime.CompilerServices.NullableAttribute");
        for (var declaring = member.DeclaringType; mark is null && declaring is not null; declaring = declaring.DeclaringType)
            mark = First(declaring.GetCustomAttributesData(), "System.Runtime.CompilerServices.NullableContextAttribute");
        // Code without marks says nothing, and null is what it then expects.
        return mark != NotNull;
    }

    private static byte? First(IList<CustomAttributeData> attributes, string name)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeType.FullName == name && attribute.ConstructorArguments.Count == 1)
            {
                return attribute.ConstructorArguments[0].Value switch
                {
                    byte one => one,
                    IReadOnlyList<CustomAttributeTypedArgument> { Count: > 0 } several => several[0].Value as byte?,
                    _ => null,
                };
            }
        }

        return null;
    }
}
