using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Ethics.Crm;
using Ethics.Crm.DependencyInjection;
using Ethics.Crm.Json;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Makes the JSON of a framework ask.</summary>
public static class EthicsCrmJsonBuilderExtensions
{
    /// <summary>
    /// Calls <see cref="PurposeJsonExtensions.UsePurposes"/> on the serializer options of a framework, after everything else that configures them, and checks at start that it holds. They can
    /// then not be changed any more. <c>AddJson&lt;Microsoft.AspNetCore.Http.Json.JsonOptions&gt;(o =&gt; o.SerializerOptions)</c> for minimal APIs.
    /// </summary>
    /// <typeparam name="TOptions">The framework's options.</typeparam>
    /// <param name="builder">The application.</param>
    /// <param name="serializer">Where the serializer options lie in them.</param>
    public static IEthicsCrmBuilder AddJson<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IEthicsCrmBuilder builder, Func<TOptions, JsonSerializerOptions> serializer)
        where TOptions : class
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        _ = serializer ?? throw new ArgumentNullException(nameof(serializer));
        builder.Services.AddOptions<TOptions>().PostConfigure(options => serializer(options).UsePurposes());
        builder.Services.AddSingleton<IStartupCheck>(services => new JsonStartupCheck<TOptions>(services.GetRequiredService<IOptions<TOptions>>(), serializer));
        return builder;
    }
}
