using System.Reflection;
using Ethics.Crm.AspNetCore.Endpoints.Hubs;
using Ethics.Crm.Binding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.AspNetCore.Endpoints;

/// <summary>Says everything that is wrong with the purposes of endpoints at once, each by its name.</summary>
internal sealed class EndpointCheck(HostPurposes host, IServiceProvider services)
{
    private readonly List<string> _wrong = [];

    /// <exception cref="InvalidOperationException">Something is wrong.</exception>
    public void Check(IEnumerable<Endpoint> endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            if (EndpointCode.Of(Compiled(endpoint)) is { } code)
                Check(code);
        }

        if (_wrong.Count > 0)
            throw new InvalidOperationException("Endpoints cannot run for the purposes that they declare:\n" + string.Join("\n", _wrong.Distinct()));
    }

    private void Check(EndpointCode code)
    {
        CheckChain(code);
        Check(code, code.PurposesBy(host), null);
        foreach (var method in code.IsHub ? HubPurposes.MethodsOf(code.Type!) : code.Page is { } page ? page.HandlerMethods.Select(static h => h.MethodInfo) : [])
            Check(code, host.Of(method, code.Type, code.OfCaller), method);
    }

    private void Check(EndpointCode code, CodePurposes? purposes, MethodInfo? method)
    {
        if (purposes is null)
            return;
        var name = method is null ? $"'{code.Name}'" : $"'{method.Name}' of '{code.Name}'";
        if (purposes.Names.Count == 0)
            _wrong.Add($"{name} has a [ForPurpose] that names no purpose, and works for nothing. Name one of the policy.");
        foreach (var unknown in purposes.Names.Where(purpose => !host.Knows(purpose)))
            _wrong.Add($"{name} is for '{unknown}', a purpose that the policy does not know. Declare it under \"purposes\", or name one that is there: {string.Join(", ", host.Declared.Order(StringComparer.Ordinal))}.");
        if (method is null && code.Mapping is { IsOfOneEndpoint: true } mapping && !purposes.IsOfCaller && !purposes.Names.ToHashSet(StringComparer.Ordinal).SetEquals(mapping.Purposes))
        {
            _wrong.Add($"{name} is mapped with .ForPurpose for {string.Join(", ", mapping.Purposes)}, but its handler declares {Or(purposes.Names)} and works for that, here as in the build. "
                + "Remove the .ForPurpose, or map a handler that declares nothing.");
        }
    }

    private void CheckChain(EndpointCode code)
    {
        var mappings = code.Endpoint.Metadata.GetOrderedMetadata<PurposeMapping>();
        for (var i = 1; i < mappings.Count; i++)
        {
            if (mappings.Take(i).Any(mappings[i].IsBeside))
                _wrong.Add($"'{code.Name}' has .ForPurpose twice in one chain. Name all its purposes in one: .ForPurpose(\"a\", \"b\") works for both.");
        }
    }

    /// <summary>A page that has not been asked for yet says nothing of itself; this is how routing comes to know it.</summary>
    private Endpoint Compiled(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page || page is CompiledPageActionDescriptor)
            return endpoint;
        var compiled = services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata).GetAwaiter().GetResult();
        return compiled.Endpoint ?? endpoint;
    }

    private static string Or(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
}
