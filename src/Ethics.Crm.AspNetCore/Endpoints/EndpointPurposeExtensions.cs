using Ethics.Crm;
using Ethics.Crm.AspNetCore.Endpoints;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Says what endpoints are for.</summary>
public static class EndpointPurposeExtensions
{
    /// <summary>
    /// Runs the endpoint for the purposes named, until its response is written: handler, filters, serialisation and streaming. On a group, on controllers, pages or a hub it
    /// holds for every endpoint of them that does not say something nearer. Code that declares a <see cref="ForPurposeAttribute"/> of its own works for that.
    /// </summary>
    /// <param name="builder">What a <c>Map…</c> method returns.</param>
    /// <param name="purposes">At least one; all of them count, as in <see cref="PurposeScope.Enter(string[])"/>. One that the policy does not know fails the start.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">No purpose, or a null or blank one.</exception>
    public static TBuilder ForPurpose<TBuilder>(this TBuilder builder, params string[] purposes)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (purposes is null || purposes.Length == 0)
            throw new ArgumentException("Name at least one purpose, for example .ForPurpose(Purposes.Support).", nameof(purposes));
        if (purposes.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("A purpose is null or blank; name a purpose of the policy.", nameof(purposes));

        var mapping = new PurposeMapping((string[])purposes.Clone(), builder);
        builder.Add(endpoint =>
        {
            if (endpoint.ApplicationServices.GetService<BoundEndpoints>() is null)
                throw new InvalidOperationException($"The endpoint '{endpoint.DisplayName}' is for {string.Join(", ", mapping.Purposes)}, and nothing would hold it to that: call services.AddEthicsCrm().");
            endpoint.Metadata.Add(mapping);
        });
        return builder;
    }
}
