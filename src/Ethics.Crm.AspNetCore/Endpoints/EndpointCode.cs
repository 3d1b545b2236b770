using System.Reflection;
using Ethics.Crm.Binding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace Ethics.Crm.AspNetCore.Endpoints;

/// <summary>The code behind an endpoint, whichever framework runs it.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Method">The handler; null for a page, a hub, and what says only by its metadata what it is for.</param>
/// <param name="Type">The class through which the handler is reached: controller, page model, hub; null for other handlers.</param>
/// <param name="Page">The page; null for everything else.</param>
/// <param name="IsHub">Whether this is the connection to a hub, each of whose methods runs for a purpose of its own.</param>
internal sealed record EndpointCode(Endpoint Endpoint, MethodInfo? Method, Type? Type, CompiledPageActionDescriptor? Page, bool IsHub)
{
    /// <summary>What was said behind the mapping: at the endpoint itself rather than at a group around it, and at an inner group rather than at an outer one.</summary>
    public PurposeMapping? Mapping => Endpoint.Metadata.GetMetadata<PurposeMapping>();

    /// <summary>What the mapping says, or an attribute among the metadata: of a class that another framework maps method by method, say.</summary>
    public IReadOnlyList<string>? OfCaller => Mapping?.Purposes ?? OfMetadata;

    private IReadOnlyList<string>? OfMetadata => Endpoint.Metadata.GetMetadata<ForPurposeAttribute>() is { } attribute ? DeclaredPurposes.NamesIn(attribute) : null;

    /// <summary>How messages name it.</summary>
    public string Name => Endpoint.DisplayName ?? "(an endpoint without name)";

    /// <summary>Null for an endpoint behind which there is no code of the application.</summary>
    public static EndpointCode? Of(Endpoint endpoint)
    {
        if (endpoint.RequestDelegate is null)
            return null;
        var metadata = endpoint.Metadata;
        if (metadata.GetMetadata<HubMetadata>() is { } hub)
            return new EndpointCode(endpoint, null, hub.HubType, null, IsHub: true);
        if (metadata.GetMetadata<ControllerActionDescriptor>() is { } action)
            return new EndpointCode(endpoint, action.MethodInfo, action.ControllerTypeInfo.AsType(), null, IsHub: false);
        if (metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page)
            return new EndpointCode(endpoint, null, page.HandlerTypeInfo.AsType(), page, IsHub: false);
        if (metadata.GetMetadata<MethodInfo>() is { } handler)
            return new EndpointCode(endpoint, handler, null, null, IsHub: false);
        var code = new EndpointCode(endpoint, IsOfTheApplication(endpoint.RequestDelegate.Method) ? endpoint.RequestDelegate.Method : null, null, null, IsHub: false);
        return code.Method is not null || code.OfCaller is not null ? code : null;
    }

    /// <summary>What the code works for; null when nobody says it.</summary>
    public CodePurposes? PurposesBy(HostPurposes host) => this switch
    {
        { Method: { } method } => host.Of(method, Type, OfCaller),
        { Type: { } type } => host.Of(type, OfCaller),
        // Nothing is known but the metadata. An attribute there is that of a class or method, which says it of itself.
        _ => OfMetadata is { } own ? new CodePurposes(own, IsOfCaller: false) : Mapping is { } mapping ? new CodePurposes(mapping.Purposes, IsOfCaller: true) : null,
    };

    // A delegate that the framework has made around something: what it is around says its purposes by metadata.
    private static bool IsOfTheApplication(MethodInfo method) =>
        method.DeclaringType?.Assembly.GetName().Name is { } assembly && !assembly.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal);
}
