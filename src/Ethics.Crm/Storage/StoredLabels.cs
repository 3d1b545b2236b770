using System.Text.Json;

namespace Ethics.Crm.Storage;

/// <summary>What was said of each labelled member when it was stored: by full name of the type, and by name in JSON.</summary>
internal sealed class StoredLabels
{
    private const int Version = 1;
    private const string Form = "This was not written by StorageSerializer, or by a later version of it: ";

    private readonly Dictionary<string, Dictionary<string, StoredLabel>> _types;
    private readonly int _bounds;

    private StoredLabels(Dictionary<string, Dictionary<string, StoredLabel>> types, int bounds) => (_types, _bounds) = (types, bounds);

    public static StoredLabels Of(TypesUnderWay written) => new(written.All
        .GroupBy(static type => type.Name, StringComparer.Ordinal)
        .Select(static group => (group.Key, Members: group.First().Labelled().ToDictionary(static one => one.JsonName, static one => one.Label, StringComparer.Ordinal)))
        .Where(static type => type.Members.Count > 0)
        .ToDictionary(static type => type.Key, static type => type.Members, StringComparer.Ordinal), written.Bounds);

    public byte[] WriteAround(byte[] value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("ethics", Version);
            writer.WriteStartObject("labels");
            foreach (var type in _types.OrderBy(static one => one.Key, StringComparer.Ordinal))
            {
                writer.WriteStartObject(type.Key);
                foreach (var member in type.Value.OrderBy(static one => one.Key, StringComparer.Ordinal))
                {
                    writer.WriteStartObject(member.Key);
                    Write(writer, "categories", member.Value.Categories);
                    Write(writer, "for", member.Value.For);
                    writer.WriteEndObject();
                }

                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteNumber("bounds", _bounds);
            writer.WritePropertyName("value");
            writer.WriteRawValue(value, skipInputValidation: true);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <param name="value">The part of it that is the value.</param>
    /// <exception cref="JsonException">It has another form.</exception>
    public static StoredLabels Read(byte[] stored, out ReadOnlyMemory<byte> value)
    {
        var reader = new Utf8JsonReader(stored);
        Expect(reader.Read() && reader.TokenType == JsonTokenType.StartObject, "it is no object.");
        Expect(IsNext(ref reader, "ethics") && reader.Read() && reader.TryGetInt32(out var version) && version == Version, "it does not begin with \"ethics\": 1.");
        Expect(IsNext(ref reader, "labels") && reader.Read() && reader.TokenType == JsonTokenType.StartObject, "it has no labels.");
        using var labels = JsonDocument.ParseValue(ref reader);
        var bounds = 0;
        Expect(IsNext(ref reader, "bounds") && reader.Read() && reader.TryGetInt32(out bounds) && bounds >= 0, "it does not say how many bound values it holds.");
        Expect(IsNext(ref reader, "value") && reader.Read(), "it has no value.");
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        value = stored.AsMemory(start, (int)reader.BytesConsumed - start);
        Expect(reader.Read() && reader.TokenType == JsonTokenType.EndObject && !reader.Read(), "something follows the value.");
        try
        {
            return new(labels.RootElement.EnumerateObject().ToDictionary(static type => type.Name, static type => MembersOf(type.Value), StringComparer.Ordinal), bounds);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new JsonException(Form + "its labels have another form.");
        }
    }

    /// <summary>Whether all of it has come to places that say as much.</summary>
    /// <param name="root">What was asked for.</param>
    /// <param name="read">The types of the objects that were made.</param>
    /// <exception cref="StoredLabelException">It has not.</exception>
    public void Check(Type root, TypesUnderWay read)
    {
        if (read.Bounds < _bounds)
            throw new StoredLabelException("Bound", $"Of {_bounds} bound values that were stored, {read.Bounds} would come back bound. Read each into a Bound of its type.");
        if (_types.Count == 0)
            return;
        var first = _types.First();
        if (StorageTypeInfoResolver.HoldsAnything(root))
            throw Open(first.Key, first.Value.First().Key, root.Name);
        foreach (var type in read.All)
        {
            var labelled = type.Labelled().ToDictionary(static one => one.JsonName, static one => one.Label, StringComparer.Ordinal);
            if (_types.TryGetValue(type.Name, out var same))
                CheckSame(type, same, labelled);
            else if (type.IsOpen && first.Value.Count > 0)
                throw Open(first.Key, first.Value.First().Key, type.Name);
            else
                CheckOther(type, labelled);
        }
    }

    // The policy may have changed meanwhile, as it may for what lies in a database; that nothing at all is said any more is a mistake.
    private static void CheckSame(StoredType type, Dictionary<string, StoredLabel> stored, Dictionary<string, StoredLabel> labelled)
    {
        if (stored.Keys.FirstOrDefault(name => type.Members.Any(member => member.JsonName == name) && !labelled.ContainsKey(name)) is { } lost)
            throw Lost(type.Name, lost, type.Name, lost);
        if (type.IsOpen && stored.Keys.FirstOrDefault(name => type.Members.All(member => member.JsonName != name)) is { } gone)
            throw Open(type.Name, gone, type.Name);
    }

    private void CheckOther(StoredType type, Dictionary<string, StoredLabel> labelled)
    {
        foreach (var (name, _) in type.Members)
        {
            foreach (var stored in _types)
            {
                var known = stored.Value.FirstOrDefault(one => string.Equals(one.Key, name, StringComparison.OrdinalIgnoreCase));
                if (known.Value is null)
                    continue;
                if (!labelled.TryGetValue(name, out var label))
                    throw Lost(stored.Key, known.Key, type.Name, name);
                if (label.For.Except(known.Value.For, StringComparer.Ordinal).FirstOrDefault() is { } more)
                {
                    throw new StoredLabelException(
                        $"{stored.Key}.{known.Key}",
                        $"'{stored.Key}.{known.Key}' was stored for {(known.Value.For.Length == 0 ? "nothing" : string.Join(", ", known.Value.For))} and would be read into '{type.Name}.{name}', which '{more}' may use too. Give that member the label of the one that was stored.");
                }
            }
        }
    }

    private static StoredLabelException Lost(string type, string member, string into, string intoMember) =>
        new($"{type}.{member}", $"'{type}.{member}' was stored with a label and would be read into '{into}.{intoMember}', which has none. Label that member as the one that was stored.");

    private static StoredLabelException Open(string type, string member, string into) =>
        new($"{type}.{member}", $"'{type}.{member}' was stored with a label and would be read into '{into}', which holds anything and says nothing of it. Read it as '{type}', or as a type with labelled members.");

    private static bool IsNext(ref Utf8JsonReader reader, string name) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name);

    private static Dictionary<string, StoredLabel> MembersOf(JsonElement type) =>
        type.EnumerateObject().ToDictionary(static member => member.Name, static member => new StoredLabel(Texts(member.Value, "categories"), Texts(member.Value, "for")), StringComparer.Ordinal);

    private static string[] Texts(JsonElement member, string name) => [.. member.GetProperty(name).EnumerateArray().Select(static one => one.GetString() ?? "")];

    private static void Write(Utf8JsonWriter writer, string name, string[] texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static void Expect(bool isSo, string what)
    {
        if (!isSo)
            throw new JsonException(Form + what);
    }
}
