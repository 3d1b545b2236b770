using Microsoft.Extensions.Caching.Distributed;

namespace Ethics.Crm;

/// <summary>A distributed cache that holds objects as <see cref="StorageSerializer"/> writes them: whole, with their labels, and guarded again when they come back.</summary>
/// <param name="cache">The application's cache. What it holds is personal data in the clear.</param>
/// <param name="serializer">Writes and reads.</param>
public sealed class StorageCache(IDistributedCache cache, StorageSerializer serializer)
{
    /// <summary>What lies under a key; the default of the type when nothing does, or null was stored.</summary>
    /// <typeparam name="T">The type that was stored, or another one with the same labelled members.</typeparam>
    /// <param name="key">The key. It is not protected: an id in it is as open as in any cache.</param>
    /// <param name="ct">Cancels the look-up.</param>
    /// <exception cref="System.Text.Json.JsonException">What lies there was not stored by this cache, or does not fit the type any more.</exception>
    /// <exception cref="StoredLabelException">It would be read into a place that says less of it.</exception>
    public async Task<T?> GetAsync<T>(string key, CancellationToken ct = default) =>
        await cache.GetAsync(key, ct).ConfigureAwait(false) is { } stored ? serializer.Deserialize<T>(stored) : default;

    /// <summary>Stores a value, in place of what lies under the key.</summary>
    /// <typeparam name="T">How it will be read.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="value">What is stored.</param>
    /// <param name="options">When it goes; null as the cache does by itself.</param>
    /// <param name="ct">Cancels the storing.</param>
    public Task SetAsync<T>(string key, T value, DistributedCacheEntryOptions? options = null, CancellationToken ct = default) =>
        cache.SetAsync(key, serializer.Serialize(value), options ?? new DistributedCacheEntryOptions(), ct);

    /// <summary>Takes out what lies under a key, if anything does.</summary>
    /// <param name="key">The key.</param>
    /// <param name="ct">Cancels it.</param>
    public Task RemoveAsync(string key, CancellationToken ct = default) => cache.RemoveAsync(key, ct);
}
