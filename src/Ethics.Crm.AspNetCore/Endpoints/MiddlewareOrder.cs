using Microsoft.AspNetCore.Builder;

namespace Ethics.Crm.AspNetCore.Endpoints;

/// <summary>Where <c>UsePurposes</c> was written; before routing there is no endpoint yet, and it would do nothing.</summary>
internal sealed class MiddlewareOrder
{
    // Names of Microsoft.AspNetCore.Routing and Microsoft.AspNetCore: what UseRouting leaves behind, and what a WebApplication has from the beginning. A test holds them.
    private const string Routing = "__EndpointRouteBuilder";
    private const string WebApplication = "__GlobalEndpointRouteBuilder";

    private readonly List<(IDictionary<string, object?> Properties, bool HasRoutingByItself)> _beforeRouting = [];

    public void Add(IApplicationBuilder app)
    {
        if (!app.Properties.ContainsKey(Routing))
            _beforeRouting.Add((app.Properties, app.Properties.ContainsKey(WebApplication)));
    }

    /// <summary>Asked when the application's own code has run, and before a <c>WebApplication</c> adds what nobody wrote: routing, as its first middleware.</summary>
    /// <exception cref="InvalidOperationException">Some <c>UsePurposes</c> stands before routing.</exception>
    public void CheckWrittenSoFar()
    {
        if (_beforeRouting.Exists(static place => place.Properties.ContainsKey(Routing)))
            throw BeforeRouting();
        _beforeRouting.RemoveAll(static place => place.HasRoutingByItself);
    }

    /// <summary>Asked when the whole pipeline has been written.</summary>
    /// <inheritdoc cref="CheckWrittenSoFar"/>
    public void CheckAll()
    {
        if (_beforeRouting.Exists(static place => !place.HasRoutingByItself))
            throw BeforeRouting();
    }

    private static InvalidOperationException BeforeRouting() => new(
        "app.UsePurposes() stands before app.UseRouting(), where no endpoint has been chosen yet, so it would open no purpose. Write it behind UseRouting() and before what shall work for the endpoint's purpose, UseAuthorization() say. "
        + "Endpoints themselves need no UsePurposes().");
}
