using System.Collections.Immutable;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>What an assembly remembers of the policy it was built under: written by the generator, read by the rules of the projects that reference it.</summary>
/// <param name="Identity">See <see cref="PolicyTable.Identity"/>: equal means one and the same policy.</param>
internal sealed record PolicyRecord(string Identity, ImmutableArray<string> Purposes, ImmutableArray<string> Categories)
{
    /// <summary>Of the <c>AssemblyMetadata</c> that holds it.</summary>
    public const string Key = "Ethics.Crm.Policy";

    public const string MetadataAttribute = "System.Reflection.AssemblyMetadataAttribute";

    private const string Version = "1";

    public static PolicyRecord Of(PolicyTable table)
        => new(table.Identity, table.Purposes.ToImmutableArray(), table.Document.Categories.Keys.OrderBy(name => name, StringComparer.Ordinal).ToImmutableArray());

    /// <summary>Null for an assembly that was built without policy or by a version that recorded none.</summary>
    public static PolicyRecord? Find(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "AssemblyMetadataAttribute"
                && attribute.ConstructorArguments.Length == 2
                && attribute.ConstructorArguments[0].Value as string == Key
                && attribute.ConstructorArguments[1].Value is string text
                && Parse(text) is { } record)
            {
                return record;
            }
        }

        return null;
    }

    /// <summary>No name of a policy has a comma or a semicolon in it.</summary>
    public override string ToString() => string.Join(";", Version, Identity, string.Join(",", Purposes), string.Join(",", Categories));

    /// <summary>Null for a form that this version does not know: it is then judged by its labels, as if it had no record.</summary>
    public static PolicyRecord? Parse(string text)
    {
        var parts = text.Split(';');
        return parts.Length == 4 && parts[0] == Version ? new(parts[1], Names(parts[2]), Names(parts[3])) : null;
    }

    private static ImmutableArray<string> Names(string list) => list.Length == 0 ? ImmutableArray<string>.Empty : list.Split(',').ToImmutableArray();
}
