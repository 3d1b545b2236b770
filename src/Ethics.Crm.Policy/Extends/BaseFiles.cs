namespace Ethics.Crm.Policy.Extends;

/// <summary>The files that <c>extends</c> may name, by path and by file name. Of two at one path the first counts.</summary>
internal sealed class BaseFiles
{
    private readonly Dictionary<string, PolicySource> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PolicySource>> _byName = new(StringComparer.Ordinal);

    public BaseFiles(IReadOnlyList<PolicySource> bases)
    {
        foreach (var source in bases)
        {
            var path = PolicyPath.Normalize(source.Path);
            if (_byPath.ContainsKey(path))
            {
                continue;
            }

            _byPath.Add(path, source);
            var name = PolicyPath.FileName(path);
            if (!_byName.TryGetValue(name, out var list))
            {
                _byName.Add(name, list = []);
            }

            list.Add(source);
        }
    }

    public IReadOnlyCollection<string> Names => _byName.Keys;

    public PolicySource? AtPath(string path) => _byPath.TryGetValue(path, out var source) ? source : null;

    public IReadOnlyList<PolicySource> Called(string name) => _byName.TryGetValue(name, out var list) ? list : [];
}
