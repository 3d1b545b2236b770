using Mono.Cecil;

namespace Ethics.Crm.Weaver.Labels;

/// <summary>Names as the policy and messages write them.</summary>
internal static class MemberNames
{
    /// <summary>Dots throughout, no arity: <c>Acme.Crm.Contact.Email</c>.</summary>
    public static string FullName(PropertyDefinition property) => FullName(property.DeclaringType) + "." + Simple(property.Name);

    public static string FullName(TypeReference type)
    {
        var element = type.GetElementType();
        var own = WithoutArity(element.Name);
        return element.DeclaringType is { } outer ? FullName(outer) + "." + own
            : element.Namespace.Length == 0 ? own
            : element.Namespace + "." + own;
    }

    /// <summary>Without the namespace: <c>Contact.Email</c>.</summary>
    public static string Display(PropertyDefinition property)
    {
        var name = Simple(property.Name);
        for (TypeReference? type = property.DeclaringType; type is not null; type = type.DeclaringType)
            name = WithoutArity(type.Name) + "." + name;
        return name;
    }

    /// <summary>An explicit implementation is called <c>Acme.IContact.Email</c> by the compiler.</summary>
    public static string Simple(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static string WithoutArity(string name) => name.IndexOf('`') is >= 0 and var tick ? name[..tick] : name;
}
