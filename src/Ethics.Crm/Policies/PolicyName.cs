using System.Reflection;

namespace Ethics.Crm.Policies;

/// <summary>Under which name the build placed the policy beside the program: it keeps the one that it has in the project.</summary>
internal static class PolicyName
{
    /// <summary>Written by the package's targets, and only when the name is not the usual one.</summary>
    public const string Key = "Ethics.Crm.PolicyFile";

    private const string Usual = "ethics.policy.json";

    /// <summary>From runtimeconfig.json; .NET Framework has none, and there the program's assembly says it.</summary>
    public static string OfThisProgram => Of(AppContext.GetData(Key), Assembly.GetEntryAssembly());

    internal static string Of(object? configured, Assembly? program) =>
        configured as string is { Length: > 0 } name ? name : Recorded(program) ?? Usual;

    private static string? Recorded(Assembly? program) =>
        program?.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == Key)?.Value;
}
