using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>
/// The name of the field of a guarded property, where it needs one. Entity Framework finds the field of a plain property by the compiler's name for it, which no source can give;
/// ours it finds by a convention that a field of the user's may meet as well. It must never take that one for ours: what is stored would be another value, and nobody would be told.
/// </summary>
internal static class FieldNames
{
    public const string Hint = "Microsoft.EntityFrameworkCore.BackingFieldAttribute";

    /// <summary><c>_email</c> is what Entity Framework and people look for; where it is taken, the next that Entity Framework knows, so that it sees two and refuses the model.</summary>
    public static string Of(IPropertySymbol property)
    {
        var members = property.ContainingType.GetMembers();
        return Conventional(property.Name).FirstOrDefault(IsFree) ?? GeneratedNames.Field(GeneratedNames.PrefixIn(property.ContainingType), property.Name);

        bool IsFree(string name) => !members.Any(member =>
            member.Name == name || (member is IPropertySymbol && member.Name != property.Name && Conventional(member.Name).Contains(name)));
    }

    /// <summary>Whether the convention would find another field, or none, and the project knows the attribute that says which.</summary>
    public static bool MustBeTold(IPropertySymbol property, string fieldName, Compilation compilation)
    {
        var names = Conventional(property.Name);
        return (!names.Contains(fieldName) || property.ContainingType.GetMembers().Any(IsMistakable)) && compilation.GetTypeByMetadataName(Hint) is not null;

        bool IsMistakable(ISymbol member) => member is IFieldSymbol { IsImplicitlyDeclared: false } && (names.Contains(member.Name) || member.Name == Camel(property.Name));
    }

    private static string[] Conventional(string name) => ["_" + Camel(name), "_" + name, "m_" + Camel(name), "m_" + name];

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
