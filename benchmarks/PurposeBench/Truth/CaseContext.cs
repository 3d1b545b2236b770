using System.Reflection;
using System.Runtime.Loader;

namespace PurposeBench.Truth;

/// <summary>A load of the cases of its own, prelude included: no static member of a run lives on in the next.</summary>
/// <param name="cases">The file of the cases' assembly.</param>
internal sealed class CaseContext(string cases) : AssemblyLoadContext(isCollectible: true)
{
    private readonly string _prelude = typeof(Use).Assembly.Location;

    public Assembly Cases => LoadFromAssemblyPath(cases);

    public Type Prelude(Type shared) => LoadFromAssemblyPath(_prelude).GetType(shared.FullName!, throwOnError: true)!;

    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == Path.GetFileNameWithoutExtension(_prelude) ? LoadFromAssemblyPath(_prelude) : null;
}
