using System.Diagnostics.CodeAnalysis;

namespace Ethics.Crm.Binding;

/// <summary>Which classes stay unbound on purpose, and the words for those that may not.</summary>
internal sealed class UnboundServices(IReadOnlyDictionary<Type, string> left)
{
    public const string NotImplemented = "a decorator cannot implement that interface";

    // What a web framework makes for each request is bound where the request arrives.
    private static readonly string[] s_boundElsewhere =
    [
        "Microsoft.AspNetCore.Mvc.ControllerBase", "Microsoft.AspNetCore.SignalR.Hub", "Microsoft.AspNetCore.Mvc.RazorPages.PageModel", "Microsoft.AspNetCore.Mvc.RazorPages.PageBase",
    ];

    public bool IsLeft(Type type)
    {
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            if (left.Count > 0 && (left.ContainsKey(current) || (current.IsConstructedGenericType && left.ContainsKey(current.GetGenericTypeDefinition()))))
                return true;
            if (current != type && Array.IndexOf(s_boundElsewhere, current.FullName) >= 0)
                return true;
        }

        return false;
    }

    public static string RegisteredAsClass(Type type) =>
        $"'{type}' declares purposes and is registered as a class, so nothing can stand before it. Register it by an interface, or open scopes in its code and say so with LeaveUnbound.";

    public static string Because(Type type, Type service, string obstacle) => $"'{type}' declares purposes and cannot be bound as '{service}' because {obstacle}.";

    public static string WithoutTable(Type type, Type service) =>
        $"'{type}', registered as '{service}', declares purposes, and its assembly has no decorator for it. Reference the package Ethics.Crm in the project that declares it, and make it internal or public, outside of generic types; of another language than C#, open scopes in its code and say so with LeaveUnbound.";

    public static string TooLate(Type service) =>
        $"'{service}' was registered after AddPurposeBinding and declares purposes. Call AddPurposeBinding after the last registration; it may be called more than once.";

    public static string MadeUnbound(Type service, Type type) =>
        $"'{type}' declares purposes, and the function that makes it for '{service}' is not bound. Register it by an interface of the program before AddPurposeBinding (which may be called more than once), or open scopes in its code and say so with LeaveUnbound.";

    // Without the words of the exception: they may be of anybody.
    public static string NotLookedAt(Type service, Type candidate, Exception e) =>
        $"'{service}' is made by a function that is not bound and may make a '{candidate}', which declares purposes; when it was made to be looked at, it failed ({e.GetType()}). Register it before AddPurposeBinding, or say with LeaveUnbound that '{candidate}' stays unbound.";
}
