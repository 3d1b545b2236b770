using Mono.Cecil;

namespace Ethics.Crm.Weaver;

/// <summary>Assemblies of other projects of the solution that know nothing of purposes, and whose members the policy names: woven copies of them go beside the program.</summary>
internal static class ReferenceWeaver
{
    // Read by the targets, which put the copies in the place of what they would copy.
    public const string ListName = "woven.txt";

    public static IEnumerable<string> WeaveAll(BuildPolicy policy, WeaveRequest request)
    {
        if (request.CopiesFolder is not { } folder)
            yield break;

        Directory.CreateDirectory(folder);
        foreach (var stale in Directory.EnumerateFiles(folder))
            File.Delete(stale);
        var woven = new List<string>();
        if (policy.NamesMembers)
        {
            foreach (var path in request.Copied.Where(KnowsNothingOfPurposes))
            {
                var copy = Path.Combine(folder, Path.GetFileName(path));
                var members = AssemblyWeaver.Weave(path, copy, policy, request).Members;
                if (members.Count == 0)
                    continue;
                woven.Add(path);
                yield return $"EthicsCrmWeave: {members.Count} properties of {Path.GetFileName(path)}";
            }
        }

        File.WriteAllLines(Path.Combine(folder, ListName), woven);
    }

    /// <summary>One that references the product is woven, or guarded, by its own build, under the policy of its own.</summary>
    private static bool KnowsNothingOfPurposes(string path)
    {
        using var module = ModuleDefinition.ReadModule(path);
        return module.AssemblyReferences.All(static reference => reference.Name != "Ethics.Crm.Abstractions");
    }
}
