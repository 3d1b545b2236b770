namespace Ethics.Crm.AspNetCore.Endpoints;

/// <summary>What <c>UsePurposes</c> leaves at a request: the endpoint whose scope is open already.</summary>
internal sealed record OpenPurposes(BoundEndpoint Endpoint);
