using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Net.Http;
using System.Reflection;
using Ethics.Crm.Members;

namespace Ethics.Crm.Logging;

/// <summary>Types of the framework that carry objects out of the program: traces with what was added to them, and requests with their content.</summary>
internal static class SentValues
{
    private const int MaximumParents = 1000;
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    // The properties make them where they are not there yet, and may so replace what another thread sets meanwhile.
    private static readonly FieldInfo? Options = Array.Find(typeof(HttpRequestMessage).GetFields(Hidden), static one => typeof(IDictionary<string, object?>).IsAssignableFrom(one.FieldType));
    private static readonly FieldInfo? Content = Array.Find(typeof(HttpResponseMessage).GetFields(Hidden), static one => one.FieldType == typeof(HttpContent));

    /// <summary>Takes what an object of the type carries. Null for all other types.</summary>
    public static Func<object, IEnumerable?>? Of(Type type)
    {
        if (typeof(Activity).IsAssignableFrom(type))
            return static one => TagsOf((Activity)one);
        if (typeof(Instrument).IsAssignableFrom(type))
            return static one => new object[] { ((Instrument)one).Meter };
        if (type == typeof(ActivityEvent))
            return static one => Values(((ActivityEvent)one).Tags);
        if (type == typeof(ActivityLink))
            return static one => Values(((ActivityLink)one).Tags);
        if (typeof(HttpRequestMessage).IsAssignableFrom(type))
            return static one => PartsOf((HttpRequestMessage)one);
        if (typeof(HttpResponseMessage).IsAssignableFrom(type))
            return static one => Content is null ? null : new[] { Content.GetValue(one), ((HttpResponseMessage)one).RequestMessage };
        return typeof(HttpContent).IsAssignableFrom(type) ? static one => WrittenBy((HttpContent)one) : null;
    }

    /// <summary>Its own and those of all that it is part of, in one row: how deep it lies says nothing. Null where that has no end to speak of, because one was never stopped.</summary>
    private static IEnumerable<object?>? TagsOf(Activity activity)
    {
        var (above, count) = (activity.Parent, 0);
        for (; above is not null && count < MaximumParents; above = above.Parent)
            count++;
        return above is null ? AllTagsOf(activity) : null;
    }

    private static IEnumerable<object?> AllTagsOf(Activity activity)
    {
        for (var one = activity; one is not null; one = one.Parent)
        {
            yield return one.Source;
            foreach (var value in Values(one.TagObjects).Concat(one.Events.SelectMany(static e => Values(e.Tags))).Concat(one.Links.SelectMany(static l => Values(l.Tags))))
                yield return value;
        }
    }

    private static IEnumerable<object?> Values(IEnumerable<KeyValuePair<string, object?>>? tags) => tags?.Select(static tag => tag.Value) ?? [];

    private static object?[]? PartsOf(HttpRequestMessage request) => Options is null ? null : [request.Content, Options.GetValue(request)];

    /// <summary>The object that is written when the content is sent, where it is not text yet (<c>JsonContent</c>, <c>ObjectContent</c>).</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Where the trimmer removed it, nothing is shown.")]
    private static object?[] WrittenBy(HttpContent content) =>
        LabelledTypes.IsOfTheSystem(content.GetType()) && content.GetType().GetProperty("Value") is { } value ? [value.GetValue(content)] : [];
}
