using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ethics.Crm.Json;

namespace Ethics.Crm;

/// <summary>Lets System.Text.Json leave out what the running code may not show.</summary>
public static class PurposeJsonExtensions
{
    /// <summary>
    /// Makes every labelled member ask before it is written: one that is not permitted for the purposes of the innermost scope, or by the person, is left out, or redacted where the policy says so.
    /// It is asked at each write, whatever has been cached. Reading JSON is not touched. Call it last: resolvers that are added to the options later do not ask.
    /// </summary>
    /// <param name="options">Options that have not been used yet. Without a resolver they get the one that reflects.</param>
    /// <returns>The options.</returns>
    /// <exception cref="InvalidOperationException">The options are in use; have no resolver where the application has switched reflection off; or a source-generated context among the resolvers writes by finished code (<c>JsonSourceGenerationMode.Serialization</c>), which would ask nobody.</exception>
    public static JsonSerializerOptions UsePurposes(this JsonSerializerOptions options)
    {
        _ = options ?? throw new ArgumentNullException(nameof(options));
        options.TypeInfoResolver = (options.TypeInfoResolver ?? Reflecting()).WithPurposes();
        return options;
    }

    /// <summary>The same for a resolver: reflection, a source-generated context with metadata, or several combined.</summary>
    /// <param name="resolver">What it yields must not be in use yet.</param>
    /// <exception cref="InvalidOperationException">A source-generated context in it writes by finished code.</exception>
    public static IJsonTypeInfoResolver WithPurposes(this IJsonTypeInfoResolver resolver)
    {
        _ = resolver ?? throw new ArgumentNullException(nameof(resolver));
        return resolver as PurposeTypeInfoResolver ?? new PurposeTypeInfoResolver(resolver);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Reached only where the application serialises by reflection, which its own calls warn of.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Reached only where the application serialises by reflection, which its own calls warn of.")]
    private static IJsonTypeInfoResolver Reflecting() => JsonSerializer.IsReflectionEnabledByDefault
        ? new DefaultJsonTypeInfoResolver()
        : throw new InvalidOperationException("The options have no TypeInfoResolver, and reflection-based serialisation is switched off: give them a source-generated context before UsePurposes.");
}
