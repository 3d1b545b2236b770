using System.Text;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.SourceGenerators.Pipeline;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>A type's output and the name of its file.</summary>
internal sealed record GuardedFile(string HintName, GuardedType Type);

/// <summary>One slot and one set of guards per type, however many files it is written in.</summary>
internal static class GuardedTypes
{
    // Room for the folders around it on systems with short paths.
    private const int LongestName = 100;

    public static IEnumerable<GuardedFile> Merge(IEnumerable<GuardedType> parts)
    {
        // Hint names are compared without case, C# names with it.
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in parts.GroupBy(part => part.Type.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var first = group.First();
            var properties = group
                .SelectMany(part => part.Properties)
                .GroupBy(property => property.Shape.Name, StringComparer.Ordinal)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => same.First())
                .ToEquatableArray();

            var name = FileName(group.Key);
            for (var number = 2; !names.Add(name); number++)
                name = $"{FileName(group.Key)}.{number}";
            yield return new(name + GeneratedFiles.Guards, first with { Properties = properties });
        }
    }

    private static string FileName(string key)
    {
        var name = new StringBuilder(key.Length);
        foreach (var c in key)
            name.Append(c is '.' or '+' or '_' || (c < 128 && char.IsLetterOrDigit(c)) || char.IsLetter(c) ? c : '-');
        return name.Length <= LongestName ? name.ToString() : name.ToString(name.Length - LongestName, LongestName);
    }
}
