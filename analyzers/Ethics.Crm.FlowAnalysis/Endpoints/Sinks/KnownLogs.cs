using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Sinks;

/// <summary>Logs, consoles, traces and telemetry that programs use, by their names.</summary>
internal static class KnownLogs
{
    public const string Logger = "Microsoft.Extensions.Logging.ILogger";

    private const string Log = "a log";
    private const string Trace = "a trace";
    private const string Metric = "a metric";

    private static readonly string[] Levels = ["Verbose", "Trace", "Debug", "Information", "Info", "Warning", "Warn", "Error", "Fatal", "Write", "Log", "Conditional"];

    private static readonly Dictionary<string, (string What, bool IsWhole, string[] Methods)> Types = new(StringComparer.Ordinal)
    {
        ["Microsoft.Extensions.Logging.LoggerExtensions"] = (Log, false, ["Log", "BeginScope"]),
        [Logger] = (Log, true, ["Log", "BeginScope"]),
        ["System.Console"] = ("the console", false, ["Write"]),
        ["System.Diagnostics.Trace"] = (Trace, false, ["Write", "Trace", "Fail", "Assert"]),
        ["System.Diagnostics.Debug"] = (Trace, false, ["Write", "Print", "Fail", "Assert"]),
        ["System.Diagnostics.TraceSource"] = (Trace, false, ["Trace"]),
        ["System.Diagnostics.TraceListener"] = (Trace, false, ["Write", "Trace", "Fail"]),
        ["System.Diagnostics.Tracing.EventSource"] = (Trace, true, ["Write"]),
        ["System.Diagnostics.Activity"] = (Trace, false, ["SetTag", "AddTag", "SetBaggage", "AddBaggage", "SetStatus", "AddEvent", "AddException"]),
        ["System.Diagnostics.Metrics.Counter"] = (Metric, true, ["Add"]),
        ["System.Diagnostics.Metrics.UpDownCounter"] = (Metric, true, ["Add"]),
        ["System.Diagnostics.Metrics.Histogram"] = (Metric, true, ["Record"]),
        ["System.Diagnostics.Metrics.Gauge"] = (Metric, true, ["Record"]),
        ["Serilog.Log"] = (Log, false, Levels),
        ["Serilog.ILogger"] = (Log, false, [.. Levels, "ForContext"]),
        ["Serilog.Context.LogContext"] = (Log, false, ["Push"]),
        ["NLog.ILogger"] = (Log, false, Levels),
        ["NLog.ILoggerBase"] = (Log, false, Levels),
        ["NLog.Logger"] = (Log, false, Levels),
        ["NLog.ScopeContext"] = (Log, false, ["Push"]),
        ["log4net.ILog"] = (Log, false, Levels),
        ["Microsoft.ApplicationInsights.TelemetryClient"] = ("telemetry", true, ["Track"]),
    };

    /// <summary>Null for a method that does not log.</summary>
    public static Sink? Of(IMethodSymbol method)
    {
        if (OfType(method.ContainingType, method.Name) is { } own)
        {
            return own;
        }

        // Serilog's and NLog's own classes, and those of a program, behind the interface that they implement.
        foreach (var contract in method.IsStatic ? ImmutableArray<INamedTypeSymbol>.Empty : method.ContainingType.AllInterfaces)
        {
            if (OfType(contract, method.Name) is { } found)
            {
                return found;
            }
        }

        return OfGenerated(method);
    }

    /// <summary>Whether a member of the type can be one that logs because of the type: by its name or by that of an interface.</summary>
    public static bool MayLog(INamedTypeSymbol type) => Types.ContainsKey(SymbolNames.FullName(type)) || type.AllInterfaces.Any(static contract => Types.ContainsKey(SymbolNames.FullName(contract)));

    /// <summary>A method whose body the framework's generator writes.</summary>
    public static Sink? OfGenerated(IMethodSymbol method)
        => method.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "LoggerMessageAttribute" } type && SymbolNames.FullName(type) == "Microsoft.Extensions.Logging.LoggerMessageAttribute")
            ? new Sink(SinkKind.Log, Log) { IsListed = true }
            : null;

    /// <summary>A delegate that <c>LoggerMessage.Define</c> makes: it takes the logger first.</summary>
    public static Sink? OfDelegate(IMethodSymbol invoke)
        => invoke.Parameters.Length > 1 && IsLogger(invoke.Parameters[0].Type) && invoke.ContainingType is { Name: "Action" or "Func" } ? new Sink(SinkKind.Log, Log) { IsListed = true } : null;

    /// <summary>The writers of the console.</summary>
    public static bool IsConsoleWriter(IPropertySymbol property) => property is { Name: "Out" or "Error", ContainingType: { Name: "Console" } type } && SymbolNames.FullName(type) == "System.Console";

    /// <summary>What a log is handed beside what it writes: who writes, how loud, and an exception, whose message has been told where it was made.</summary>
    public static bool IsAside(ITypeSymbol type) => IsLogger(type) || type is { TypeKind: TypeKind.Enum } or { Name: "EventId" or "IFormatProvider" } || IsException(type);

    public static bool IsException(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLogger(ITypeSymbol type) => type is INamedTypeSymbol { Name: "ILogger" } named && SymbolNames.FullName(named.OriginalDefinition) == Logger;

    private static Sink? OfType(INamedTypeSymbol type, string method)
        => Types.TryGetValue(SymbolNames.FullName(type.OriginalDefinition), out var known) && known.Methods.Any(start => method.StartsWith(start, StringComparison.Ordinal))
            ? new Sink(SinkKind.Log, known.What) { IsWhole = known.IsWhole, IsListed = known.What == Log }
            : null;
}
