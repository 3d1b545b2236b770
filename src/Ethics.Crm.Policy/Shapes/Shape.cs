using System.Globalization;
using Ethics.Crm.Policy.Json;

namespace Ethics.Crm.Policy.Shapes;

/// <summary>What may stand at one place of the file. Plain data: the reader checks by it and the JSON Schema is written from it.</summary>
internal abstract class Shape
{
    /// <summary>In words, for "expected: …".</summary>
    public abstract string Expected { get; }

    public abstract bool Accepts(NodeKind kind);
}

/// <summary>One key of an object.</summary>
/// <param name="Description">For the editor: one or two sentences.</param>
internal sealed record Key(string Name, Shape Shape, string Description, bool Required = false);

internal sealed class ObjectShape(string what, params Key[] keys) : Shape
{
    private readonly Dictionary<string, Key> _byName = keys.ToDictionary(k => k.Name, StringComparer.Ordinal);

    /// <summary>What the object is, e.g. <c>purpose</c>; also the name of its definition in the JSON Schema.</summary>
    public string What { get; } = what;

    public IReadOnlyList<Key> Keys { get; } = keys;

    public IReadOnlyList<string> Names { get; } = keys.Select(k => k.Name).ToArray();

    public override string Expected => "an object with the keys " + Naming.Quoted.List(Names);

    public Key? Find(string name) => _byName.TryGetValue(name, out var key) ? key : null;

    public override bool Accepts(NodeKind kind) => kind == NodeKind.Object;
}

/// <summary>An object whose keys the user chooses.</summary>
internal sealed class MapShape(TextForm keys, Shape values, bool nullable = false) : Shape
{
    public TextForm Keys { get; } = keys;

    public Shape Values { get; } = values;

    /// <summary>Whether <c>null</c> is an entry ("not this one").</summary>
    public bool Nullable { get; } = nullable;

    public override string Expected => $"an object whose keys are {Keys.Plural}";

    public override bool Accepts(NodeKind kind) => kind == NodeKind.Object;
}

internal sealed class ListShape(Shape items, bool needsOne = false) : Shape
{
    public Shape Items { get; } = items;

    /// <summary>An empty list here is an entry that can never have an effect.</summary>
    public bool NeedsOne { get; } = needsOne;

    public override string Expected => Items is TextShape text ? $"a list of {text.Form.Plural}" : "a list of objects";

    public override bool Accepts(NodeKind kind) => kind == NodeKind.Array;
}

/// <summary>A short form (a list) and a long one (an object) of the same entry.</summary>
internal sealed class EitherShape(ListShape list, ObjectShape @object) : Shape
{
    public ListShape List { get; } = list;

    public ObjectShape Object { get; } = @object;

    /// <summary>The key of the object that the list is short for.</summary>
    public string ListKey { get; } = @object.Keys.First(key => ReferenceEquals(key.Shape, list)).Name;

    public override string Expected => $"{List.Expected}, or {Object.Expected}";

    public override bool Accepts(NodeKind kind) => kind is NodeKind.Array or NodeKind.Object;
}

internal sealed class TextShape(TextForm form) : Shape
{
    public TextForm Form { get; } = form;

    public override string Expected => Form.Expected;

    public override bool Accepts(NodeKind kind) => kind == NodeKind.String;
}

/// <summary>A word of a closed list.</summary>
internal sealed class WordShape(params string[] words) : Shape
{
    public IReadOnlyList<string> Words { get; } = words;

    public override string Expected => Words.Count == 1 ? $"'{Words[0]}'" : "one of " + Naming.Quoted.List(Words);

    public override bool Accepts(NodeKind kind) => kind == NodeKind.String;
}

internal sealed class FlagShape : Shape
{
    public override string Expected => "true or false, without quotation marks";

    public override bool Accepts(NodeKind kind) => kind is NodeKind.True or NodeKind.False;
}

/// <summary>The version of the file format; so far there is one.</summary>
internal sealed class VersionShape : Shape
{
    public override string Expected => "1";

    public override bool Accepts(NodeKind kind) => kind == NodeKind.Number;

    /// <summary>Also <c>1.0</c>: JSON has one kind of number, and the schema accepts every spelling of it.</summary>
    public static bool IsOne(string number) => decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == 1;
}
