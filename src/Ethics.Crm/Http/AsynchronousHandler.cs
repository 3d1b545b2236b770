#if !NET
namespace Ethics.Crm.Http;

/// <summary>
/// A connection that can be asked in the asynchronous way alone. This assembly was compiled for frameworks that know no other; run on one that does, a synchronous request would pass by
/// <see cref="DisclosingHandler"/>, which cannot stand in its way there.
/// </summary>
internal sealed class AsynchronousHandler(HttpMessageHandler inner) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _inner = new(inner);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _inner.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }
}
#endif
