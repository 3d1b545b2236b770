using System.Reflection;
using Ethics.Crm.TestKit;

namespace Ethics.Crm.Analyzers.Tests.PolicyOnly;

/// <summary>The programs of the other tests: what they would have checked.</summary>
internal static class Harvest
{
    private static readonly AsyncLocal<List<AnalyzerCheck>?> Basket = new();

    /// <summary>True while programs are gathered, and not to be run.</summary>
    public static bool Takes(AnalyzerCheck check)
    {
        Basket.Value?.Add(check);
        return Basket.Value is not null;
    }

    /// <summary>Each program of the tests that hand theirs to <see cref="Rules"/>, with a name for it. What a test does besides, it does here too: those that do much are left out.</summary>
    public static IEnumerable<(string Name, AnalyzerCheck Check)> Programs()
    {
        foreach (var theory in typeof(Harvest).Assembly.GetTypes().Where(IsGathered).SelectMany(static type => type.GetMethods())
            .Where(static method => method.ReturnType == typeof(Task) && method.IsDefined(typeof(InlineDataAttribute)))
            .OrderBy(static method => method.DeclaringType!.FullName, StringComparer.Ordinal).ThenBy(static method => method.Name, StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var arguments in theory.GetCustomAttributes<InlineDataAttribute>().SelectMany(data => data.GetData(theory)))
            {
                number++;
                foreach (var check in Gather(theory, arguments ?? [null]))
                {
                    yield return ($"{theory.DeclaringType!.Name}.{theory.Name} {number}", check);
                }
            }
        }
    }

    private static bool IsGathered(Type type)
        => type is { IsPublic: true, IsAbstract: false, Namespace: { } space, Name: not ("FlowWorkTests" or "OrderTests" or "BorderReportTests" or "TraceTests") } && type.GetConstructor([]) is not null
            && !space.EndsWith("Engine", StringComparison.Ordinal) && !space.EndsWith("Laws", StringComparison.Ordinal) && !space.EndsWith("Policy", StringComparison.Ordinal);

    private static List<AnalyzerCheck> Gather(MethodInfo theory, object?[] arguments)
    {
        var gathered = new List<AnalyzerCheck>();
        Basket.Value = gathered;
        try
        {
            var given = theory.GetParameters().Select((parameter, i) => i < arguments.Length ? arguments[i] : parameter.DefaultValue).ToArray();
            ((Task)theory.Invoke(Activator.CreateInstance(theory.DeclaringType!), given)!).GetAwaiter().GetResult();
        }
        finally
        {
            Basket.Value = null;
        }

        return gathered;
    }
}
