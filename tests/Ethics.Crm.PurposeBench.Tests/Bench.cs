using System.Reflection;
using PurposeBench.Index;

namespace Ethics.Crm.PurposeBench.Tests;

/// <summary>The cases as they lie in the repository.</summary>
internal static class Bench
{
    public static string Folder { get; } = typeof(Bench).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static m => m.Key == "BenchFolder").Value!;

    public static IReadOnlyList<BenchCase> Cases { get; } = CaseReader.ReadAll(Folder);
}
