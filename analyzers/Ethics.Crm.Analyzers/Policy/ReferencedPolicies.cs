using System.Threading;
using Ethics.Crm.Analyzers.Messages;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Policy;

/// <summary>References that were built under a policy with names that this project's does not know. Looked for once in a compilation, when first asked.</summary>
internal sealed class ReferencedPolicies(Compilation compilation, PolicyTable table, CancellationToken cancellationToken)
{
    private readonly Lazy<IReadOnlyDictionary<string, ForeignNames>> found = new(() => Find(compilation, table, cancellationToken));

    public IEnumerable<(string Assembly, ForeignNames Names)> All => found.Value.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value));

    /// <summary>Whether the finding about the whole assembly names it already.</summary>
    public bool Tells(string assembly, string word, string name)
        => found.Value.TryGetValue(assembly, out var names) && (word == ForeignNames.Purpose ? names.Purposes : names.Categories).Contains(name);

    private static Dictionary<string, ForeignNames> Find(Compilation compilation, PolicyTable table, CancellationToken cancellationToken)
    {
        var result = new Dictionary<string, ForeignNames>(StringComparer.Ordinal);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (PolicyRecord.Find(assembly) is not { } record || record.Identity == table.Identity)
            {
                continue;
            }

            var names = new ForeignNames(
                record.Purposes.Where(name => !table.HasPurpose(name)).ToArray(),
                record.Categories.Where(name => !table.HasCategory(name)).ToArray());
            if (names.Count > 0)
            {
                result[assembly.Name] = names;
            }
        }

        return result;
    }
}

/// <summary>Purposes and categories of another policy that this one has not.</summary>
internal sealed record ForeignNames(IReadOnlyCollection<string> Purposes, IReadOnlyCollection<string> Categories)
{
    public const string Purpose = "purpose";
    public const string Category = "category";

    private const int Shown = 8;

    public int Count => Purposes.Count + Categories.Count;

    /// <summary><c>the purposes 'a' and 'b' and the category 'c'</c>.</summary>
    public override string ToString()
        => string.Join(" and ", new[] { Part(Purposes, Purpose, "purposes"), Part(Categories, Category, "categories") }.Where(part => part.Length > 0));

    private static string Part(IReadOnlyCollection<string> names, string one, string several)
    {
        var quoted = names.Take(Shown).Select(name => $"'{name}'").ToList();
        if (names.Count > Shown)
        {
            quoted.Add($"{names.Count - Shown} more");
        }

        return names.Count == 0 ? "" : $"the {(names.Count == 1 ? one : several)} {Words.List(quoted)}";
    }
}
