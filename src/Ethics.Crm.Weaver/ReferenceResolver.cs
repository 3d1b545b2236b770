using Mono.Cecil;

namespace Ethics.Crm.Weaver;

/// <summary>Finds referenced assemblies among those that the compiler was given, and nowhere else.</summary>
internal sealed class ReferenceResolver : BaseAssemblyResolver
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, AssemblyDefinition?> _known = new(StringComparer.OrdinalIgnoreCase);

    public ReferenceResolver(IEnumerable<string> paths)
    {
        foreach (var path in paths)
            _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
    }

    public string? PathOf(string name) => _paths.GetValueOrDefault(name);

    public override AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) => Find(name.Name) ?? throw new AssemblyResolutionException(name);

    public AssemblyDefinition? Find(string name)
    {
        if (!_known.TryGetValue(name, out var assembly))
        {
            assembly = _paths.TryGetValue(name, out var path) && File.Exists(path)
                ? AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = this, InMemory = true })
                : null;
            _known.Add(name, assembly);
        }

        return assembly;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var assembly in _known.Values)
                assembly?.Dispose();
        }

        base.Dispose(disposing);
    }
}
