using Ethics.Crm.TestKit;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>Three files, one above the other: what the first forbids no chain of small steps permits, whatever the one in between marks open.</summary>
[Laws(Arbitrary = [typeof(PolicyGen)], Tests = 200)]
public sealed class ChainLaws
{
    [Law]
    public void TwoSteps_PermitNoMoreThanTheBase(Chained chain) => Held(chain, static (below, merged) =>
    {
        Narrowing.OfLabels(below, merged);
        Narrowing.OfMembers(below, merged);
    });

    [Law]
    public void Ceilings_HoldThroughTwoSteps(Chained chain, AnyLabel label) => Held(chain, (below, merged) => Narrowing.OfCeilings(below, merged, label));

    [Law]
    public void TwoSteps_RelaxNothingOfTheBase(Chained chain) => Held(chain, static (below, merged) =>
    {
        Narrowing.OfEntries(below, merged);
        Narrowing.OfModes(below, merged);
        Narrowing.OfSources(below, merged);
    });

    private static void Held(Chained chain, Action<GoodPolicy, PolicyTable> narrows)
    {
        if (chain.Read().Table is { } merged)
        {
            narrows(chain.Base, merged);
        }
    }
}
