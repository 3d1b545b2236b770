using Microsoft.AspNetCore.Builder;

namespace Ethics.Crm.AspNetCore.Endpoints;

/// <summary>What <c>.ForPurpose</c> leaves at an endpoint.</summary>
/// <param name="purposes">Not empty, none blank.</param>
/// <param name="builder">Where it was written.</param>
internal sealed class PurposeMapping(string[] purposes, IEndpointConventionBuilder builder)
{
    public string[] Purposes => purposes;

    /// <summary>Whether it was written behind the mapping of one handler, not as a default of several.</summary>
    public bool IsOfOneEndpoint => builder is RouteHandlerBuilder;

    /// <summary>Whether both stand in one chain of calls.</summary>
    public bool IsBeside(PurposeMapping other) => ReferenceEquals(builder, other.Builder);

    private IEndpointConventionBuilder Builder => builder;

    public override string ToString() => $"ForPurpose({string.Join(", ", purposes)})";
}
