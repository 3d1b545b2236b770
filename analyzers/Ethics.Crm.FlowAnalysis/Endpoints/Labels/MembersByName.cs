using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>Members that are found by a name, as the run time finds them.</summary>
internal static class MembersByName
{
    private const string BackingField = ">k__BackingField";

    /// <summary>The member of the name that is found from a type upward; of an interface, in what it derives from as well. Null where there is none, or several. The field behind an automatic property is that.</summary>
    public static ISymbol? Of(ITypeSymbol type, string name)
    {
        if (name.Length > 0 && name[0] == '<' && name.EndsWith(BackingField, StringComparison.Ordinal))
        {
            name = name.Substring(1, name.Length - BackingField.Length - 1);
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name) is { IsEmpty: false } found)
            {
                return found.Length == 1 ? found[0] : null;
            }
        }

        return type.TypeKind == TypeKind.Interface ? type.AllInterfaces.SelectMany(contract => contract.GetMembers(name)).FirstOrDefault() : null;
    }
}
