using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http;
using Ethics.Crm.Members;

namespace Ethics.Crm.Logging;

/// <summary>Types of the framework that carry objects out of the program: traces with what was added to them, and requests with their content.</summary>
internal static class SentValues
{
    /// <summary>Takes what an object of the type carries. Null for all other types.</summary>
    public static Func<object, IEnumerable?>? Of(Type type)
    {
        if (typeof(Activity).IsAssignableFrom(type))
            return static one => TagsOf((Activity)one);
        if (type == typeof(ActivityEvent))
            return static one => Values(((ActivityEvent)one).Tags);
        if (type == typeof(ActivityLink))
            return static one => Values(((ActivityLink)one).Tags);
        if (typeof(HttpRequestMessage).IsAssignableFrom(type))
            return static one => PartsOf((HttpRequestMessage)one);
        if (typeof(HttpResponseMessage).IsAssignableFrom(type))
            return static one => new object?[] { ((HttpResponseMessage)one).Content, ((HttpResponseMessage)one).RequestMessage };
        return typeof(HttpContent).IsAssignableFrom(type) ? static one => WrittenBy((HttpContent)one) : null;
    }

    /// <summary>Its own and those of all that it is part of, in one row: how deep it lies says nothing.</summary>
    private static IEnumerable<object?> TagsOf(Activity activity)
    {
        for (var one = activity; one is not null; one = one.Parent)
        {
            foreach (var value in Values(one.TagObjects).Concat(one.Events.SelectMany(static e => Values(e.Tags))).Concat(one.Links.SelectMany(static l => Values(l.Tags))))
                yield return value;
        }
    }

    private static IEnumerable<object?> Values(IEnumerable<KeyValuePair<string, object?>>? tags) => tags?.Select(static tag => tag.Value) ?? [];

    private static object?[] PartsOf(HttpRequestMessage request) =>
#pragma warning disable CS0618 // Options under the name that every framework knows.
        [request.Content, request.Properties];
#pragma warning restore CS0618

    /// <summary>The object that is written when the content is sent, where it is not text yet (<c>JsonContent</c>, <c>ObjectContent</c>).</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Where the trimmer removed it, nothing is shown.")]
    private static object?[] WrittenBy(HttpContent content) =>
        LabelledTypes.IsOfTheSystem(content.GetType()) && content.GetType().GetProperty("Value") is { } value ? [value.GetValue(content)] : [];
}
