using System.Text.Json;
using Ethics.Crm;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what stores objects outside of a database.</summary>
public static class EthicsCrmStorageBuilderExtensions
{
    /// <summary>Adds <see cref="StorageSerializer"/>, and <see cref="StorageCache"/> over the application's <see cref="IDistributedCache"/>, each as a singleton.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="options">What the serializer gets (converters, a source-generated context); null for one that reflects.</param>
    public static IEthicsCrmBuilder AddStorage(this IEthicsCrmBuilder builder, JsonSerializerOptions? options = null)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        // Made here, so that options which cannot be used are told where they are written.
        var serializer = options is null ? new StorageSerializer() : new StorageSerializer(options);
        builder.Services.TryAddSingleton(serializer);
        builder.Services.TryAddSingleton(static services => new StorageCache(
            services.GetService<IDistributedCache>() ?? throw new InvalidOperationException("StorageCache needs the application's cache: register an IDistributedCache, for example with AddDistributedMemoryCache() or AddStackExchangeRedisCache(…)."),
            services.GetRequiredService<StorageSerializer>()));
        return builder;
    }
}
