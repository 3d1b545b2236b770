using System.Collections.Concurrent;
using System.Text.Json;
using Ethics.Crm.Decisions;
using Ethics.Crm.Origins;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Storage;

/// <summary>The members that bound values came from, as they are stored: what the code said then counts beside what it says now.</summary>
internal static class StoredMembers
{
    private const string TellsAge = "tellsAge";
    private const string Sources = "sources";

    // As many as the programs that wrote them had labels.
    private static readonly ConcurrentDictionary<string, GuardedMember> Known = new(StringComparer.Ordinal);

    public static void Write(Utf8JsonWriter writer, GuardedMember member)
    {
        writer.WriteBoolean("nullable", member.IsNullable);
        writer.WriteStartArray("labels");
        foreach (var label in member.Labels)
        {
            writer.WriteStartObject();
            writer.WriteString("member", label.Member);
            if (label.Category is not null)
                writer.WriteString("category", label.Category);
            Write(writer, "collectedFor", label.CollectedFor);
            Write(writer, "attributes", label.Attributes);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (member.Origin.TellsAge)
            writer.WriteBoolean(TellsAge, true);
        if (member.Origin.Sources.Count > 0)
            Write(writer, Sources, member.Origin.Sources);
    }

    /// <param name="source">As messages name the member.</param>
    /// <param name="labels">The labels that <see cref="Write(Utf8JsonWriter, GuardedMember)"/> wrote.</param>
    /// <param name="bound">All that was written of the value.</param>
    /// <exception cref="JsonException">There is no label: then anybody could open it.</exception>
    public static GuardedMember Of(string source, bool isNullable, JsonElement labels, JsonElement bound)
    {
        var stored = labels.EnumerateArray().Select(static one => new MemberLabel(
            one.GetProperty("member").GetString() ?? "",
            one.TryGetProperty("category", out var category) ? category.GetString() : null,
            one.TryGetProperty("collectedFor", out var purposes) ? Texts(purposes) : null,
            one.TryGetProperty("attributes", out var attributes) ? Texts(attributes) : [])).ToArray();
        if (stored.Length == 0)
            throw new JsonException("This bound value has no label.");
        var tellsAge = bound.TryGetProperty(TellsAge, out var tells) && tells.ValueKind == JsonValueKind.True;
        string[] sources = bound.TryGetProperty(Sources, out var said) ? Texts(said) : [];
        var key = source + isNullable + tellsAge + string.Join("\n", sources) + labels.GetRawText();
        if (Known.TryGetValue(key, out var known))
            return known;
        var now = stored.SelectMany(static label => Now(label)).ToList();
        var origin = MemberOrigins.Join([tellsAge || sources.Length > 0 ? new MemberOrigin(tellsAge, sources) : MemberOrigin.Unsaid, .. stored.Select(static label => OriginNow(label))]);
        return Known.GetOrAdd(key, _ => new GuardedMember(source, isNullable, [], [], [], origin, [.. stored.Concat(now).GroupBy(TextOf, StringComparer.Ordinal).Select(static same => same.First())]));
    }

    private static MemberOrigin OriginNow(MemberLabel stored)
    {
        try
        {
            return DeclaredMembers.OriginOf(stored.Member);
        }
        catch (UnreadableMemberException e)
        {
            throw new JsonException($"What is said of the age and source of this bound value is not known, because a type that it needs cannot be loaded ({e.Cause}).");
        }
    }

    /// <summary>What the code says today of a stored member.</summary>
    /// <exception cref="StoredLabelException">There is no such member any more: what was stored would be all that is said.</exception>
    /// <exception cref="JsonException">It cannot be read: it may be the one that forbids.</exception>
    private static IReadOnlyList<MemberLabel> Now(MemberLabel stored)
    {
        try
        {
            var now = DeclaredMembers.LabelsOf(stored.Member).Select(static source => new MemberLabel(source.Member, source.Category, source.CollectedFor?.ToArray(), [.. source.Attributes])).ToList();
            return now.Count > 0 ? now : throw new StoredLabelException(stored.Member, $"A bound value of '{stored.Member}' was stored, and there is no such member any more. Keep the member, with its label, until what is stored has been used.");
        }
        catch (UnreadableMemberException e)
        {
            throw new JsonException($"What labels the member of this bound value is not known, because a type that it needs cannot be loaded ({e.Cause}).");
        }
    }

    private static string TextOf(MemberLabel label) =>
        string.Join("\n", label.Member, label.Category, label.CollectedFor is null ? null : string.Join(",", label.CollectedFor), string.Join(",", label.Attributes));

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<string>? texts)
    {
        if (texts is null)
            return;
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static string[] Texts(JsonElement texts) => [.. texts.EnumerateArray().Select(static text => text.GetString() ?? "")];
}
