using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Timed;

/// <summary>Runs one of our analyzers, and keeps the processor time of each of its callbacks.</summary>
public abstract class TimedAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Where <c>Ethics.Crm.Analyzers.dll</c> lies. It is not among the compiler's analyzers: there it would run once more.</summary>
    public const string Timed = "ETHICS_TIMED_ANALYZERS";

    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> Ours = new(Load);
    private readonly DiagnosticAnalyzer? inner;

    /// <param name="number">Which of ours, in the order of their names. One that we have not does nothing.</param>
    protected TimedAnalyzer(int number)
    {
        inner = number < Ours.Value.Length ? Ours.Value[number] : null;
        SupportedDiagnostics = inner?.SupportedDiagnostics ?? [];
    }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    public override void Initialize(AnalysisContext context)
    {
        if (inner is null)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            return;
        }

        inner.Initialize(new TimedContext(context, inner.GetType().Name));
    }

    private static ImmutableArray<DiagnosticAnalyzer> Load()
    {
        var path = Environment.GetEnvironmentVariable(Timed) ?? throw new InvalidOperationException($"{Timed} says where our analyzers lie.");
        var found = AssemblyLoadContext.GetLoadContext(typeof(TimedAnalyzer).Assembly)!.LoadFromAssemblyPath(path).GetTypes()
            .Where(static type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .ToImmutableArray();
        if (found.Length > Places.Count)
            throw new InvalidOperationException($"{found.Length} analyzers, {Places.Count} places for them.");

        foreach (var analyzer in found)
            analyzer.GetType().GetProperty("Watch", BindingFlags.Instance | BindingFlags.NonPublic)?.SetValue(analyzer, (Action<object>)Times.Keep);
        Times.Begin();
        return found;
    }
}
