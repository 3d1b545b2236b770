using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>Values that lie in the process under a name, and in no member: the variables of its environment, and the data of its application, which are the same by way of <c>AppDomain</c> and of <c>AppContext</c>.</summary>
internal static class ProcessValues
{
    private const string Variable = "GetEnvironmentVariable";

    private const string Data = "GetData";

    /// <summary>The method that takes one of them out, which stands for where they lie. Null for a method that does nothing with them.</summary>
    public static IMethodSymbol? Of(IMethodSymbol called) => called.Name switch
    {
        Variable or "SetEnvironmentVariable" or "GetEnvironmentVariables" when IsOfSystem(called, "Environment") => Find(called.ContainingType, Variable),
        Data or "SetData" when IsOfSystem(called, "AppContext") => Find(called.ContainingType, Data),
        Data or "SetData" when IsOfSystem(called, "AppDomain") => Find(called.ContainingNamespace.GetTypeMembers("AppContext").FirstOrDefault() ?? called.ContainingType, Data),
        _ => null,
    };

    private static bool IsOfSystem(IMethodSymbol called, string type) => called.ContainingType.Name == type && called.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    private static IMethodSymbol? Find(INamedTypeSymbol type, string name) => type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(static method => method.Parameters.Length == 1);
}
