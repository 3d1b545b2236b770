using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Ethics.Crm.Logging;

/// <summary>What ASP.NET Core tells of a request while it is answered: its items and features, what an action is given and gives, who asks. Known by name: the package references none of it.</summary>
internal static class RequestValues
{
    private const string Space = "Microsoft.AspNetCore.";

    /// <summary>Takes what an object of the type tells. Null for all other types.</summary>
    public static Func<object, IEnumerable?>? Of(Type type)
    {
        List<PropertyInfo?>? told = null;
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            if (current.Namespace is { } space && (space + ".").StartsWith(Space, StringComparison.Ordinal) && Told(space, current.Name) is { } names)
                (told ??= []).AddRange(names.Select(name => Read(current, name)));
        }

        return told is null ? null : one => told.Contains(null) ? null : told.Select(property => property!.GetValue(one)).SelectMany(Parts);
    }

    private static string[]? Told(string space, string name) => (space.Substring(Math.Min(space.Length, Space.Length)), name) switch
    {
        ("Http", "HttpContext") => ["Features"],
        ("Http", "HttpRequest" or "HttpResponse") => ["HttpContext"],
        ("Http.HttpResults", var result) when result.StartsWith("Results`", StringComparison.Ordinal) => ["Result"],
        ("Mvc", "ActionContext") => ["HttpContext", "RouteData", "ModelState"],
        ("Mvc", "ControllerBase") => ["ControllerContext"],
        ("Mvc.RazorPages", "PageModel") => ["PageContext"],
        ("Mvc.Filters", "ActionExecutingContext" or "ActionExecutedContext" or "ResultExecutingContext" or "ResultExecutedContext" or "ResourceExecutingContext" or "ResourceExecutedContext" or "AuthorizationFilterContext" or "ExceptionContext" or "PageHandlerExecutingContext" or "PageHandlerExecutedContext") => ["Result"],
        ("Mvc.ModelBinding", "ModelStateEntry") => ["RawValue"],
        ("Mvc.ViewFeatures", "ViewDataDictionary") => ["Model"],
        ("Authentication", "AuthenticationTicket") => ["Principal", "Properties"],
        ("Authentication", "AuthenticateResult") => ["Ticket"],
        ("SignalR", "Hub") => ["Context"],
        ("SignalR", "HubCallerContext") => ["Items", "Features", "User"],
        _ => null,
    };

    /// <summary>Features are a sequence of their own, and servers are all of them at once.</summary>
    private static IEnumerable<object?> Parts(object? told) =>
        told is IEnumerable<KeyValuePair<Type, object?>> features ? features.Select(static one => one.Value).Where(one => !ReferenceEquals(one, features)) : [told];

    /// <summary>What a class derived from it hides is another property.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Where the trimmer removed it, nothing is shown.")]
    private static PropertyInfo? Read(Type type, string name) => type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly);
}
