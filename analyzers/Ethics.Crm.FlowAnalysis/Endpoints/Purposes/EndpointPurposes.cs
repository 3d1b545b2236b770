using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary><c>app.MapGet("/x", () => …).RequireAuthorization().ForPurpose("support")</c>: the purpose stands behind the call that takes the lambda.</summary>
internal static class EndpointPurposes
{
    /// <summary>The argument that names the purposes; null when the chain of calls has none.</summary>
    public static IArgumentOperation? ForPurpose(IInvocationOperation mapped)
    {
        for (var current = Next(mapped); current is not null; current = Next(current))
        {
            if (IsForPurpose(current))
            {
                return PurposesOf(current);
            }
        }

        return null;
    }

    public static bool IsForPurpose(IInvocationOperation invocation)
        => invocation.TargetMethod is { Name: "ForPurpose", IsExtensionMethod: true } method && IsOurs(method.ContainingNamespace?.ToDisplayString());

    public static IArgumentOperation? PurposesOf(IInvocationOperation forPurpose) => forPurpose.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 1);

    private static bool IsOurs(string? space)
        => space is not null && (space.StartsWith("Ethics.Crm", StringComparison.Ordinal) || space.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    /// <summary>The call made on the result of this one.</summary>
    private static IInvocationOperation? Next(IInvocationOperation invocation)
    {
        var parent = invocation.Parent;
        var child = (Microsoft.CodeAnalysis.IOperation)invocation;
        while (parent is IConversionOperation)
        {
            child = parent;
            parent = parent.Parent;
        }

        return parent switch
        {
            IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } outer } => outer,
            IInvocationOperation outer when outer.Instance == child => outer,
            _ => null,
        };
    }
}
