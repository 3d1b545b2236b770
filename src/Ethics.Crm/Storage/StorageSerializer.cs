using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ethics.Crm.Storage;

namespace Ethics.Crm;

/// <summary>
/// JSON for what only goes into storage and comes out again: caches, sessions, arguments of jobs, outboxes. It needs no purpose, as a database needs none: nobody looks at what it writes. It writes down what is
/// said of each labelled member, and reads nothing back into a place where less is said. Guarded objects come back guarded, bound values bound.
/// </summary>
/// <remarks>What it writes is personal data in the clear: it belongs where your database does, and never into a response or a message to somebody else. Safe for use by several threads.</remarks>
public sealed class StorageSerializer
{
    private readonly JsonSerializerOptions _options;

    /// <summary>Reflects, and writes public properties and fields, also those that only the object itself may set.</summary>
    /// <exception cref="InvalidOperationException">The application has switched reflection off: give it options with a source-generated context.</exception>
    public StorageSerializer()
        : this(new JsonSerializerOptions { IncludeFields = true })
    {
    }

    /// <summary>As these options say, with their converters and resolver.</summary>
    /// <param name="options">They are copied, and may be in use. Not those of <c>UsePurposes</c>, which leave out what is to be stored.</param>
    /// <exception cref="ArgumentException">They leave out what the running code may not show.</exception>
    /// <exception cref="InvalidOperationException">They have no resolver, and the application has switched reflection off; or a source-generated context among the resolvers writes by finished code.</exception>
    public StorageSerializer(JsonSerializerOptions options)
    {
        _ = options ?? throw new ArgumentNullException(nameof(options));
        if (options.TypeInfoResolver is Json.PurposeTypeInfoResolver)
            throw new ArgumentException("These options leave out what the running code may not show, so objects would come back without it. Give the storage serializer options of its own.", nameof(options));
        _options = new JsonSerializerOptions(options);
        _options.Converters.Insert(0, new StoredBoundConverter());
        _options.TypeInfoResolver = new StorageTypeInfoResolver(options.TypeInfoResolver ?? PurposeJsonExtensions.Reflecting());
    }

    /// <summary>Writes a value with what is said of its members.</summary>
    /// <typeparam name="T">How it will be read.</typeparam>
    /// <param name="value">What is stored; null is stored as such.</param>
    /// <returns>UTF-8.</returns>
    /// <exception cref="JsonException">The object refers to itself, or something in it cannot be written.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The options have a resolver; one that reflects is asked for by the constructor that says so.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The options have a resolver; one that reflects is asked for by the constructor that says so.")]
    public byte[] Serialize<T>(T value)
    {
        using var seen = TypesUnderWay.Begin();
        var written = WithoutPath(value, one => JsonSerializer.SerializeToUtf8Bytes(one, _options));
        return StoredLabels.Of(seen).WriteAround(written);
    }

    /// <summary>The same as text.</summary>
    /// <typeparam name="T">How it will be read.</typeparam>
    /// <param name="value">What is stored; null is stored as such.</param>
    public string SerializeToString<T>(T value) => Encoding.UTF8.GetString(Serialize(value));

    /// <summary>Reads what <see cref="Serialize"/> has written.</summary>
    /// <typeparam name="T">The type that was written, or another one with the same members.</typeparam>
    /// <param name="stored">UTF-8.</param>
    /// <returns>Null where null was stored.</returns>
    /// <exception cref="JsonException">It was not written by this serializer, is damaged, or does not fit the type.</exception>
    /// <exception cref="StoredLabelException">A member was stored with a label and would be read into a place that says nothing, or permits more.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The options have a resolver; one that reflects is asked for by the constructor that says so.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The options have a resolver; one that reflects is asked for by the constructor that says so.")]
    public T? Deserialize<T>(byte[] stored)
    {
        _ = stored ?? throw new ArgumentNullException(nameof(stored));
        var labels = StoredLabels.Read(stored, out var written);
        using var seen = TypesUnderWay.Begin();
        var value = WithoutPath(written, one => JsonSerializer.Deserialize<T>(one.Span, _options));
        labels.Check(typeof(T), seen);
        return value;
    }

    /// <summary>The path in a serialiser's exception goes through keys of dictionaries, which may be anybody's address.</summary>
    private static TResult WithoutPath<TValue, TResult>(TValue value, Func<TValue, TResult> run)
    {
        try
        {
            return run(value);
        }
        catch (JsonException e)
        {
            throw new JsonException(Cut(e.Message));
        }
        catch (NotSupportedException e)
        {
            throw new NotSupportedException(Cut(e.Message));
        }

        static string Cut(string message) => message.IndexOf(" Path: ", StringComparison.Ordinal) is var at and >= 0 ? message.Substring(0, at) : message;
    }

    /// <summary>The same from text.</summary>
    /// <typeparam name="T">The type that was written, or another one with the same members.</typeparam>
    /// <param name="stored">What <see cref="SerializeToString"/> has written.</param>
    public T? DeserializeFromString<T>(string stored) => Deserialize<T>(Encoding.UTF8.GetBytes(stored ?? throw new ArgumentNullException(nameof(stored))));
}
