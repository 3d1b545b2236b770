using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>Which kinds of members the policy labels by their names: most policies name properties alone, and some none.</summary>
/// <param name="table">Null when there is no policy.</param>
internal sealed class NamedMembers(PolicyTable? table)
{
    private readonly bool fields = table is { HasFieldPatterns: true };
    private readonly bool parameters = table is { HasFieldPatterns: true } && table.Document.Fields.Keys.Any(static key => key.IndexOf('#') >= 0);
    private readonly bool returns = table is { HasFieldPatterns: true } && table.Document.Fields.Keys.Any(static key => key.IndexOf('(') >= 0);

    /// <summary>False where no entry of the policy can name it.</summary>
    public bool MayBe(ISymbol member) => member switch
    {
        IMethodSymbol => returns,
        IParameterSymbol => parameters,
        _ => fields,
    };
}
