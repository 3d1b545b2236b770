using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Reports;

/// <summary>What the project's own source has under the name of a class of constants.</summary>
/// <param name="Taker">What keeps the class from being generated; null where nothing does.</param>
/// <param name="Members">What that type has itself.</param>
internal sealed record ConstantHolder(string ClassName, string? Taker, EquatableArray<string> Members)
{
    public static EquatableArray<ConstantHolder> Of(Compilation compilation, ConstantsNamespace target, bool searchSource) =>
        ConstantNames.Classes.Select(name => Of(compilation, target, name, searchSource)).OfType<ConstantHolder>().ToEquatableArray();

    private static ConstantHolder? Of(Compilation compilation, ConstantsNamespace target, string name, bool searchSource)
    {
        if (target.FindTaker(compilation.Assembly, name) is { } taker)
        {
            var members = taker is INamedTypeSymbol type && taker.Name == name ? type.MemberNames.ToEquatableArray() : EquatableArray<string>.Empty;
            return new(name, SymbolNames.FullName(taker), members);
        }

        return searchSource && SourceNames.Of(compilation).Contains(name) ? new(name, null, EquatableArray<string>.Empty) : null;
    }
}
