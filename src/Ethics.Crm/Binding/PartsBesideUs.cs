using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Binding;

/// <summary>A package of ours that needs services of its own as soon as it is there.</summary>
internal interface IEthicsCrmPart
{
    /// <summary>Called once for each collection of services.</summary>
    void AddTo(IServiceCollection services);
}

/// <summary>
/// Packages that are in force when they are present: a line that has to be written for them can be forgotten. They reference us and not we them, so they are known
/// by name, as attributes are to the compiler side; a test of theirs resolves it.
/// </summary>
internal static class PartsBesideUs
{
    public static void AddTo(IServiceCollection services)
    {
#if NET8_0_OR_GREATER
        AspNetCore()?.AddTo(services);
#endif
    }

#if NET8_0_OR_GREATER
    // The trimmer understands a constant name; null where the package is not installed.
    private static IEthicsCrmPart? AspNetCore() =>
        Type.GetType("Ethics.Crm.AspNetCore.AspNetCorePart, Ethics.Crm.AspNetCore", throwOnError: false) is { } type ? (IEthicsCrmPart?)Activator.CreateInstance(type) : null;
#endif
}
