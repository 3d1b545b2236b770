using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Logging;

/// <summary>Persistence that is told to write the values of its commands writes them as text, which no look at objects finds. Known by name: the package references none.</summary>
internal static class SensitiveDataLogging
{
    /// <summary>The contexts whose options say so (<c>EnableSensitiveDataLogging</c>).</summary>
    /// <param name="registered">What the container was made of.</param>
    public static IReadOnlyList<string> ContextsOf(IServiceCollection registered, IServiceProvider services)
    {
        var options = registered.Where(static one => !one.IsKeyedService).Select(static one => one.ServiceType)
            .Where(static type => type is { Namespace: "Microsoft.EntityFrameworkCore", Name: "DbContextOptions`1", ContainsGenericParameters: false }).Distinct().ToArray();
        if (options.Length == 0)
            return [];
        using var scope = services.CreateScope();
        return [.. options.Where(type => IsOn(type, scope.ServiceProvider)).Select(static type => type.GetGenericArguments()[0].Name).OrderBy(static name => name, StringComparer.Ordinal)];
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Options whose properties were trimmed are not warned of.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Options whose properties were trimmed are not warned of.")]
    private static bool IsOn(Type type, IServiceProvider services)
    {
        try
        {
            return type.GetProperty("Extensions")?.GetValue(services.GetService(type)) is IEnumerable extensions
                && extensions.Cast<object>().Any(static one => one.GetType().Name == "CoreOptionsExtension" && one.GetType().GetProperty("IsSensitiveDataLoggingEnabled")?.GetValue(one) is true);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Options that cannot be made outside of a request, say: this only warns, and the program may start.
            return false;
        }
    }
}
