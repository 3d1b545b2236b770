using System.Text;
using Ethics.Crm.Policy.Naming;

namespace Ethics.Crm.Policy.Json;

internal enum NodeKind
{
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}

/// <summary>A JSON value that knows where it stands. Offsets are UTF-8 bytes; <see cref="JsonText"/> turns them into lines and columns when an error needs them.</summary>
internal sealed class PolicyNode(NodeKind kind, JsonText file, int start)
{
    // Most objects have a handful of members, which are found faster without a table.
    private const int FewMembers = 8;

    private List<PolicyNode>? _children;
    private Dictionary<string, PolicyNode>? _byKey;

    public NodeKind Kind { get; } = kind;

    public JsonText File { get; } = file;

    public int Start { get; } = start;

    public int End { get; set; }

    public PolicyNode? Parent { get; private set; }

    /// <summary>The name under which an object holds it; null in arrays and for the root.</summary>
    public string? Key { get; private set; }

    public int KeyStart { get; private set; }

    public int KeyEnd { get; private set; }

    public int Index { get; private set; }

    /// <summary>The unescaped text of a string, the digits of a number as written.</summary>
    public string Text { get; set; } = "";

    /// <summary>True when a syntax error ended the file before this object or array was closed: what is not in it may have followed.</summary>
    public bool Incomplete { get; set; }

    /// <summary>Members (duplicates included) or items, in file order.</summary>
    public IReadOnlyList<PolicyNode> Children => _children ?? (IReadOnlyList<PolicyNode>)[];

    public bool IsFree => Key is not null && IsFreeKey(Key);

    /// <summary>Keys that belong to editors and to the users themselves.</summary>
    public static bool IsFreeKey(string key) => key.StartsWith("$", StringComparison.Ordinal) || key.StartsWith("x-", StringComparison.Ordinal);

    public void Add(PolicyNode child, string? key = null, int keyStart = 0, int keyEnd = 0)
    {
        _children ??= [];
        child.Parent = this;
        child.Key = key;
        child.KeyStart = keyStart;
        child.KeyEnd = keyEnd;
        child.Index = _children.Count;
        _children.Add(child);
        _byKey = null;
    }

    /// <summary>Takes a node of another tree in without moving it: its file, position and path stay those of where it was written.</summary>
    public void Borrow(PolicyNode child)
    {
        (_children ??= []).Add(child);
        _byKey = null;
    }

    /// <summary>An empty node at the same place, to be filled with what two files say together.</summary>
    public PolicyNode Twin() => new(Kind, File, Start)
    {
        End = End,
        Text = Text,
        Parent = Parent,
        Key = Key,
        KeyStart = KeyStart,
        KeyEnd = KeyEnd,
        Index = Index,
        Incomplete = Incomplete,
    };

    /// <summary>An object at the same place that holds it under a key.</summary>
    public PolicyNode Within(string key)
    {
        var whole = new PolicyNode(NodeKind.Object, File, Start) { End = End, Parent = Parent, Key = Key, KeyStart = KeyStart, KeyEnd = KeyEnd, Index = Index, Incomplete = Incomplete };
        var part = new PolicyNode(Kind, File, Start) { End = End, Text = Text, Parent = whole, Key = key, KeyStart = Start, KeyEnd = Start, Incomplete = Incomplete };
        foreach (var child in Children)
        {
            part.Borrow(child);
        }

        whole.Borrow(part);
        return whole;
    }

    /// <summary>The first member of that name; null when there is none or this is no object.</summary>
    public PolicyNode? Find(string key)
    {
        if (Kind != NodeKind.Object || _children is null)
        {
            return null;
        }

        if (_children.Count > FewMembers)
        {
            return (_byKey ?? Tabulate(_children)).TryGetValue(key, out var found) ? found : null;
        }

        foreach (var child in _children)
        {
            if (string.Equals(child.Key, key, StringComparison.Ordinal))
            {
                return child;
            }
        }

        return null;
    }

    // Complete before it is seen: results are asked from several threads.
    private Dictionary<string, PolicyNode> Tabulate(List<PolicyNode> children)
    {
        var byKey = new Dictionary<string, PolicyNode>(children.Count, StringComparer.Ordinal);
        foreach (var child in children)
        {
            if (!byKey.ContainsKey(child.Key!))
            {
                byKey.Add(child.Key!, child);
            }
        }

        return _byKey = byKey;
    }

    /// <summary><c>$.a['b.c'][0]</c></summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder();
            AppendPath(path);
            return path.ToString();
        }
    }

    private void AppendPath(StringBuilder path)
    {
        if (Parent is null)
        {
            path.Append('$');
            return;
        }

        Parent.AppendPath(path);
        if (Key is null)
        {
            path.Append('[').Append(Index).Append(']');
        }
        else if (IsPlain(Key))
        {
            path.Append('.').Append(Key);
        }
        else
        {
            path.Append("['").Append(Quoted.Whole(Key.Replace("\\", "\\\\").Replace("'", "\\'"))).Append("']");
        }
    }

    private static bool IsPlain(string key)
    {
        for (var i = 0; i < key.Length; i++)
        {
            if (!(key[i] < 128 && (char.IsLetter(key[i]) || key[i] == '_' || i > 0 && char.IsDigit(key[i]))))
            {
                return false;
            }
        }

        return key.Length > 0;
    }
}
