using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ethics.Crm.Policy.Shapes;

/// <summary>Writes the JSON Schema (draft 07) that editors use, from the same tables by which the reader checks.</summary>
internal sealed class JsonSchemaWriter
{
    private const string FreeKeys = @"^(\$|x-)";

    private readonly MemoryStream _buffer = new();
    private readonly Utf8JsonWriter _json;

    private JsonSchemaWriter() => _json = new(_buffer, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write()
    {
        var writer = new JsonSchemaWriter();
        writer.WriteRoot(PolicyShapes.Root);
        writer._json.Flush();
        return Encoding.UTF8.GetString(writer._buffer.ToArray()).Replace("\r\n", "\n") + "\n";
    }

    private void WriteRoot(ObjectShape root)
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        _json.WriteString("title", "Ethics.Crm policy");
        _json.WriteString("description", "Which personal data may be used for which purpose. Keys that begin with $ or x- are free.");
        WriteObjectBody(root, root.Keys.Where(k => k.Name == "version"));
        WriteWhatOverlaysMayLeaveOut(root);
        _json.WriteEndObject();
    }

    // What an overlay does not say stays as in its base, so an editor may ask for it only in files that extend nothing.
    private void WriteWhatOverlaysMayLeaveOut(ObjectShape root)
    {
        _json.WriteStartArray("anyOf");
        _json.WriteStartObject();
        WriteNames("required", ["extends"]);
        _json.WriteEndObject();
        _json.WriteStartObject();
        WriteNames("required", root.Keys.Where(k => k.Required && k.Name != "version").Select(k => k.Name));
        _json.WriteStartObject("properties");
        foreach (var key in root.Keys)
        {
            if (key.Shape is MapShape { Values: ObjectShape entry } map && entry.Keys.Any(k => k.Required))
            {
                _json.WriteStartObject(key.Name);
                _json.WriteStartObject("patternProperties");
                _json.WriteStartObject(KeyPattern(map));
                WriteNames("required", entry.Keys.Where(k => k.Required).Select(k => k.Name));
                _json.WriteEndObject();
                _json.WriteEndObject();
                _json.WriteEndObject();
            }
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteShape(Shape shape)
    {
        switch (shape)
        {
            case ObjectShape known:
                WriteObjectBody(known, []);
                break;
            case MapShape map:
                WriteMapBody(map);
                break;
            case ListShape list:
                _json.WriteString("type", "array");
                if (list.NeedsOne)
                {
                    _json.WriteNumber("minItems", 1);
                }

                WriteNested("items", list.Items, required: true);
                break;
            case EitherShape either:
                WriteAnyOf(() => WriteShape(either.List), () => WriteEntry(either.Object));
                break;
            case TextShape text:
                WriteText(text.Form);

                break;
            case WordShape words:
                WriteNames("enum", words.Words);
                break;
            case FlagShape:
                _json.WriteString("type", "boolean");
                break;
            case VersionShape:
                _json.WriteString("type", "integer");
                _json.WriteStartArray("enum");
                _json.WriteNumberValue(1);
                _json.WriteEndArray();
                break;
        }
    }

    private void WriteText(TextForm form)
    {
        _json.WriteString("type", "string");
        if (form.Words is not null)
        {
            WriteNames("enum", form.Words);
        }

        if (form.SchemaPattern is not null)
        {
            _json.WriteString("pattern", form.SchemaPattern);
        }

        if (form.Examples is not null)
        {
            WriteNames("examples", form.Examples);
        }
    }

    private void WriteObjectBody(ObjectShape shape, IEnumerable<Key> required)
    {
        _json.WriteString("type", "object");
        var names = required.Select(k => k.Name).ToList();
        if (names.Count > 0)
        {
            WriteNames("required", names);
        }

        _json.WriteStartObject("properties");
        foreach (var key in shape.Keys)
        {
            _json.WriteStartObject(key.Name);
            _json.WriteString("description", key.Description);
            if (key.Shape is ObjectShape entry)
            {
                WriteEntry(entry);
            }
            else
            {
                WriteShape(key.Shape);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        WriteFreeKeys();
        _json.WriteBoolean("additionalProperties", false);
    }

    // Entries of lists and sections need their keys everywhere; entries of maps may be completed by a base.
    private void WriteEntry(ObjectShape shape) => WriteObjectBody(shape, shape.Keys.Where(k => k.Required));

    private void WriteMapBody(MapShape map)
    {
        _json.WriteString("type", "object");
        if (map.Keys.SchemaPattern is null)
        {
            WriteFreeKeys();
            WriteValue("additionalProperties", map);
        }
        else
        {
            _json.WriteStartObject("patternProperties");
            _json.WriteStartObject(FreeKeys);
            _json.WriteEndObject();
            WriteValue(KeyPattern(map), map);
            _json.WriteEndObject();
            _json.WriteBoolean("additionalProperties", false);
        }
    }

    private void WriteValue(string name, MapShape map)
    {
        _json.WriteStartObject(name);
        if (map.Nullable)
        {
            WriteAnyOf(() => WriteShape(map.Values), () => _json.WriteString("type", "null"));
        }
        else
        {
            WriteShape(map.Values);
        }

        _json.WriteEndObject();
    }

    private void WriteNested(string name, Shape shape, bool required)
    {
        _json.WriteStartObject(name);
        if (required && shape is ObjectShape entry)
        {
            WriteEntry(entry);
        }
        else
        {
            WriteShape(shape);
        }

        _json.WriteEndObject();
    }

    private void WriteAnyOf(params Action[] bodies)
    {
        _json.WriteStartArray("anyOf");
        foreach (var body in bodies)
        {
            _json.WriteStartObject();
            body();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteFreeKeys()
    {
        _json.WriteStartObject("patternProperties");
        _json.WriteStartObject(FreeKeys);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteNames(string name, IEnumerable<string> names)
    {
        _json.WriteStartArray(name);
        foreach (var item in names)
        {
            _json.WriteStringValue(item);
        }

        _json.WriteEndArray();
    }

    // A free key must not fall under the pattern of names as well.
    private static string KeyPattern(MapShape map) => @"^(?!\$|x-)" + map.Keys.SchemaPattern!.TrimStart('^');
}
