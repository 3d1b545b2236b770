namespace Ethics.Crm.Http;

/// <summary>Stands before what an HTTP client sends: each request is a disclosure to the client's recipient, refused or recorded before it leaves.</summary>
internal sealed class DisclosingHandler(OutgoingRequests outgoing, string client, string recipient, DisclosingClientOptions options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var leaving = await outgoing.DiscloseAsync(request, client, recipient, options, cancellationToken).ConfigureAwait(false);
        using (OutgoingRequests.Enter(leaving))
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

#if NET
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Contents and ledgers are asynchronous; who sends in this way has a thread to wait with.
        var leaving = outgoing.DiscloseAsync(request, client, recipient, options, cancellationToken).GetAwaiter().GetResult();
        using (OutgoingRequests.Enter(leaving))
            return base.Send(request, cancellationToken);
    }
#endif
}
