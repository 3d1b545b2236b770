using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>
/// Names of what is generated into a type and into the class of its guards, where the properties have their own names. They begin as no name of the user's in that type does,
/// so that none can be taken.
/// </summary>
internal sealed class GeneratedNames(string prefix)
{
    private const string Usual = "__";

    public string Slot { get; } = prefix + "ethicsSubject";

    public string Slots { get; } = prefix + "Slots";

    public string Decide { get; } = prefix + "EthicsDecide";

    public string IgnoresWrite { get; } = prefix + "EthicsIgnoresWrite";

    public string CollectedAt { get; } = prefix + "EthicsCollectedAt";

    public string Bypass { get; } = prefix + "Bypass";

    public string KnownPurposes { get; } = prefix + "KnownPurposes";

    public string Binder { get; } = prefix + "Subject";

    public string TypeParameter { get; } = prefix + "T";

    public string Mask(string property) => prefix + "Mask" + property;

    public string List(int number) => prefix + "List" + number;

    public string PrintReader(string member) => prefix + "ethicsPrint" + member;

    public static string Field(string prefix, string property) => prefix + "ethicsField" + property;

    /// <param name="type">As the user wrote it, without what is generated.</param>
    public static string PrefixIn(INamedTypeSymbol type)
    {
        var prefix = Usual;
        while (StartsWith(type.Name, prefix) || type.GetMembers().Any(member => StartsWith(member.Name, prefix)) || IsOfTypeParameter(type, prefix))
            prefix += "_";
        return prefix;
    }

    private static bool IsOfTypeParameter(INamedTypeSymbol type, string prefix)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.TypeParameters.Any(parameter => StartsWith(parameter.Name, prefix)))
                return true;
        }

        return false;
    }

    private static bool StartsWith(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal);
}
