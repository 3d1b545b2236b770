using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>The nested class in which the generator keeps what it knows of the properties that it guards, and by which the analyzer knows them.</summary>
internal static class GuardsClass
{
    /// <summary>In order of preference.</summary>
    public static readonly IReadOnlyList<string> Names = ["EthicsGuards", "__EthicsGuards"];

    /// <param name="type">As the user wrote it, without what is generated.</param>
    public static string NameIn(INamedTypeSymbol type)
        => Names.FirstOrDefault(name => type.Name != name && type.GetMembers(name).IsEmpty && type.TypeParameters.All(parameter => parameter.Name != name)) ?? Names[0];

    public static bool Guards(INamedTypeSymbol type, string property)
        => Names.Any(name => type.GetTypeMembers(name, 0).Any(guards => !guards.GetMembers(property).IsEmpty));
}
