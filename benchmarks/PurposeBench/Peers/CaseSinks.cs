using Ethics.Crm;
using Microsoft.CodeAnalysis;

namespace PurposeBench.Peers;

/// <summary>
/// What the channel of a case means in calls and assignments. A sink is a parameter or a property; both peers are told the same ones, each in its own words.
/// </summary>
/// <param name="channel">As the header names it: a purpose, <c>recipient:…</c>, <c>log</c>, <c>exception</c>, <c>stored:…</c>.</param>
internal sealed class CaseSinks(string channel, PolicyWords policy)
{
    private static readonly HashSet<string> LogTypes =
    [
        "Microsoft.Extensions.Logging.LoggerExtensions", "Microsoft.Extensions.Logging.ILogger", "System.Console", "System.Diagnostics.Debug", "System.Diagnostics.Trace",
        "System.Diagnostics.Activity", "System.Diagnostics.TraceSource", "System.Diagnostics.DiagnosticSource",
    ];

    private static readonly HashSet<string> MetricTypes = ["System.Diagnostics.Metrics.Counter<T>", "System.Diagnostics.Metrics.UpDownCounter<T>", "System.Diagnostics.Metrics.Histogram<T>", "System.Diagnostics.Metrics.Gauge<T>"];

    private static readonly string[] LogMethods = ["Log", "BeginScope", "Write", "SetTag", "AddTag", "Trace", "Fail"];

    private readonly string? _stored = channel.StartsWith("stored:", StringComparison.Ordinal) ? channel["stored:".Length..] : null;

    public bool IsSink(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method || method.ContainingType is null)
            return false;
        var name = NameOf(method);
        if (policy.IsSink(name, channel))
            return true;
        if (_stored is not null)
            return name == "PurposeBench.Use.Stored" ? parameter.Name == "value" : method.MethodKind == MethodKind.Constructor && IsStored(method.ContainingType, parameter.Name);
        return channel switch
        {
            "log" => IsLog(method),
            "exception" => method.MethodKind == MethodKind.Constructor && IsException(method.ContainingType),
            _ when channel.StartsWith("recipient:", StringComparison.Ordinal) => Discloses(parameter, method, channel["recipient:".Length..]),
            _ => name == "PurposeBench.Use." + string.Concat(channel.Split('.', '-').Select(static w => char.ToUpperInvariant(w[0]) + w[1..])) || WorksFor(method, name, channel),
        };
    }

    /// <summary>Whether assigning the member puts the value into the channel.</summary>
    public bool IsSink(ISymbol? member) => _stored is not null && member is IPropertySymbol or IFieldSymbol && IsStored(member!.ContainingType, member.Name)
        || (member is IPropertySymbol { SetMethod: { } setter } && policy.IsSink(NameOf(setter.AssociatedSymbol!), channel));

    /// <summary>Whether the result of the method carries no label.</summary>
    public bool IsAnonymizer(IMethodSymbol method) =>
        Has(method, nameof(AnonymizesAttribute)) || method.GetReturnTypeAttributes().Any(static a => a.AttributeClass?.Name == nameof(AnonymizesAttribute)) || policy.IsAnonymizer(NameOf(method));

    public static string NameOf(ISymbol member) =>
        member.ContainingType.ToDisplayString(new SymbolDisplayFormat(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces)) + "." + member.Name.TrimStart('.');

    private bool IsStored(INamedTypeSymbol type, string member)
    {
        var parts = _stored!.Split('.');
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (one.Name == parts[0] && member == parts[^1])
                return true;
        }

        return false;
    }

    private static bool IsLog(IMethodSymbol method) => Has(method, "LoggerMessageAttribute") ||
        (LogTypes.Contains(method.ContainingType.ToDisplayString()) && LogMethods.Any(m => method.Name.StartsWith(m, StringComparison.Ordinal))) ||
        (MetricTypes.Contains(method.ContainingType.OriginalDefinition.ToDisplayString()) && method.Name is ("Add" or "Record")) ||
        // Console.Out and Console.Error; the cases write to no other writer.
        (method.ContainingType.ToDisplayString() == "System.IO.TextWriter" && method.Name.StartsWith("Write", StringComparison.Ordinal));

    private static bool IsException(INamedTypeSymbol? type) => type is not null && (type.ToDisplayString() == "System.Exception" || IsException(type.BaseType));

    private static bool Discloses(IParameterSymbol parameter, IMethodSymbol method, string recipient) =>
        Says(parameter, recipient) || Says(method, recipient) || TypesOf(method).Any(type => Says(type, recipient));

    private static bool Says(ISymbol symbol, string recipient) =>
        symbol.GetAttributes().Any(a => a.AttributeClass?.Name == nameof(DisclosesToAttribute) && a.ConstructorArguments is [{ Value: string named }] && named == recipient);

    /// <summary>Code that works for the purpose: the innermost declaration wins, as the contract of the labels says.</summary>
    private bool WorksFor(IMethodSymbol method, string name, string purpose)
    {
        if (Declared(method) is { } own)
            return own.Contains(purpose);
        var inherited = Bases(method).Select(Declared).OfType<string[]>().SelectMany(static p => p).ToList();
        if (inherited.Count > 0)
            return inherited.Contains(purpose);
        return TypesOf(method).Select(Declared).OfType<string[]>().FirstOrDefault() is { } outer ? outer.Contains(purpose) : policy.WorksFor(name, purpose);
    }

    private static string[]? Declared(ISymbol symbol) => symbol.GetAttributes().FirstOrDefault(static a => a.AttributeClass?.Name == nameof(ForPurposeAttribute)) is { ConstructorArguments: [{ Kind: TypedConstantKind.Array } purposes] }
        ? [.. purposes.Values.Select(static v => v.Value as string).OfType<string>()]
        : null;

    private static IEnumerable<ISymbol> Bases(IMethodSymbol method)
    {
        for (var one = method.OverriddenMethod; one is not null; one = one.OverriddenMethod)
            yield return one;
        foreach (var face in method.ContainingType.AllInterfaces.SelectMany(static i => i.GetMembers()))
        {
            if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(face), method))
                yield return face;
        }
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(IMethodSymbol method)
    {
        for (var outer = method.ContainingType; outer is not null; outer = outer.ContainingType)
            yield return outer;
        for (var one = method.ContainingType.BaseType; one is not null; one = one.BaseType)
            yield return one;
        foreach (var face in method.ContainingType.AllInterfaces)
            yield return face;
    }

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(a => a.AttributeClass?.Name == attribute);
}
