using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Checking;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Reading;
using static Ethics.Crm.Policy.PolicyErrorKind;

namespace Ethics.Crm.Policy.Extends;

/// <summary>Reads a policy and everything it extends, each file once, bases before what extends them.</summary>
internal sealed class PolicyChain(IReadOnlyList<PolicySource> bases, ErrorSink errors, CancellationToken cancellationToken)
{
    // Companies have two or three layers; the bound keeps the walk on the stack.
    private const int Deepest = 32;

    private readonly List<PolicyFile> _files = [];
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];
    private BaseFiles _bases = new([]);

    /// <summary>Bases first.</summary>
    public IReadOnlyList<PolicyFile> Files => _files;

    /// <summary>True when some file of the chain could not be had: names may be declared in it.</summary>
    public bool FileMissing { get; private set; }

    public void Add(PolicySource source)
    {
        var path = PolicyPath.Normalize(source.Path);
        // A base may name the policy itself, which is a circle and no missing file.
        _bases = new([source, .. bases]);
        Add(source, path);
    }

    private void Add(PolicySource source, string path)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Read(source) is not { } root)
        {
            FileMissing = true;
            return;
        }

        new StructureCheck(errors, cancellationToken).Run(root);
        _open.Add(path);
        var extends = root.Find("extends") is { Kind: NodeKind.Array } list ? list.Children : [];
        foreach (var item in extends)
        {
            if (item.Kind == NodeKind.String && item.Text.Trim().Length > 0)
            {
                AddBase(source, item);
            }
        }

        _open.RemoveAt(_open.Count - 1);
        if (_done.Add(path))
        {
            _files.Add(new(root, extends.Count > 0));
        }
    }

    private void AddBase(PolicySource source, PolicyNode item)
    {
        var found = Find(source, item);
        if (found is null)
        {
            FileMissing = true;
            return;
        }

        var path = PolicyPath.Normalize(found.Path);
        var at = _open.IndexOf(path);
        if (at >= 0)
        {
            var circle = _open.Skip(at).Append(path).Select(PolicyPath.FileName);
            errors.AtValue(Contradiction, item, $"'extends' runs in a circle: {string.Join(" → ", circle.Select(Quoted.Plain))}", "a file that does not extend this one");
        }
        else if (!_done.Contains(path) && _open.Count == Deepest)
        {
            FileMissing = true;
            errors.AtValue(Contradiction, item, $"'extends' runs through more than {Deepest} files", "fewer files, one above the other");
        }
        else if (!_done.Contains(path))
        {
            Add(found, path);
        }
    }

    private PolicySource? Find(PolicySource source, PolicyNode item)
    {
        var wanted = PolicyPath.Relative(source.Path, item.Text);
        if (wanted == PolicyPath.Normalize(source.Path))
        {
            return source;
        }

        if (_bases.AtPath(wanted) is { } byPath)
        {
            return byPath;
        }

        var name = PolicyPath.FileName(item.Text);
        var byName = _bases.Called(name);
        if (byName.Count == 1)
        {
            return byName[0];
        }

        var line = $"<EthicsPolicyBase Include=\"{Quoted.Plain(item.Text)}\" />";
        if (byName.Count == 0)
        {
            // None that is being read: to extend that would be a circle.
            errors.AtValue(Unreadable, item, $"The base policy {Quoted.Name(item.Text)} is not in the build: add {line} to the project", line, Nearest.Of(name, _bases.Names.Except(_open.Select(PolicyPath.FileName), StringComparer.OrdinalIgnoreCase)));
        }
        else
        {
            errors.AtValue(Unreadable, item, $"Several base policies in the build are called {Quoted.Name(name)}, and none lies at this path", "the path relative to this file");
        }

        return null;
    }

    private PolicyNode? Read(PolicySource source)
    {
        var text = new JsonText(source.Path, source.Text);
        if (source.IsUtf8)
        {
            return JsonTree.Read(text, errors, cancellationToken);
        }

        var (line, column) = text.At(text.Utf8.Length);
        errors.AddAt(Unreadable, text, line, column, "The policy file is not UTF-8", "UTF-8, with or without byte-order mark");
        return null;
    }
}
