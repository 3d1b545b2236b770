using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Methods of a generic type of which only the run time knows the form: a handler of whatever message comes.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Of several methods those that can take what they are given.</summary>
    private IMethodSymbol[] Taking(IMethodSymbol[] targets, FlowValue[] given)
        => targets.Length < 2 ? targets : targets.Where(target => Enumerable.Range(0, Math.Min(given.Length, target.Parameters.Length)).All(place => MayBeAmong(given[place], target.Parameters[place].Type))).ToArray();

    private bool MayBeAmong(FlowValue value, ITypeSymbol type)
        => value.Objects.IsEmpty || value.Objects.Any(one => one switch
        {
            MadeObject made => Known.CanBe(made.Type ?? made.SeenAs, type),
            _ => graph.Known.TypesOf(FlowValue.Of(one)) is not { IsDefaultOrEmpty: false } types || types.Any(known => Known.CanBe(known, type)),
        });
}
