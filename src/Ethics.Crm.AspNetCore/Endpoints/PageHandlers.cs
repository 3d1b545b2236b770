using System.Reflection;
using Ethics.Crm.Binding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.AspNetCore.Endpoints;

/// <summary>
/// The handlers of a page. Which of them a request runs is found in the middle of the page's filters, when it is too late to open a scope that also holds while the page is
/// rendered. So it is asked before, in the same way.
/// </summary>
internal sealed class PageHandlers(CompiledPageActionDescriptor page)
{
    /// <summary>What each handler works for; null when all of them work for what the page does.</summary>
    public Dictionary<MethodInfo, string[]?>? ByHandler(HostPurposes host, IReadOnlyList<string>? caller)
    {
        var ofPage = BoundEndpoint.Names(host.Of(page.HandlerTypeInfo.AsType(), caller)) ?? [];
        var all = page.HandlerMethods.ToDictionary(static h => h.MethodInfo, h => BoundEndpoint.Names(host.Of(h.MethodInfo, page.HandlerTypeInfo.AsType(), caller)));
        return all.Values.All(names => (names ?? []).SequenceEqual(ofPage, StringComparer.Ordinal)) ? null : all;
    }

    public string[]? Of(HttpContext context, Dictionary<MethodInfo, string[]?> byHandler, string[]? ofPage)
    {
        var selector = context.RequestServices.GetRequiredService<IPageHandlerMethodSelector>();
        var chosen = selector.Select(new PageContext(new ActionContext(context, context.GetRouteData(), page)) { ActionDescriptor = page });
        return chosen is not null && byHandler.TryGetValue(chosen.MethodInfo, out var names) ? names : ofPage;
    }
}
