using Ethics.Crm.TestKit;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>An overlay that is read narrows.</summary>
[Laws(Arbitrary = [typeof(PolicyGen)], Tests = 700)]
public sealed class OverlayLaws
{
    [Law(Tests = 1500)]
    public void NoLabel_IsPermittedMore(Overlaid pair) => Held(pair, Narrowing.OfLabels);

    [Law]
    public void Ceilings_HoldAgainstEveryOverlayAndLabel(Overlaid pair, AnyLabel label) => Held(pair, (below, merged) => Narrowing.OfCeilings(below, merged, label));

    [Law(Tests = 1500)]
    public void Members_AreLabelledNoMoreLoosely(Overlaid pair) => Held(pair, Narrowing.OfMembers);

    [Law]
    public void Sources_AreToldOfAsMuch(Overlaid pair) => Held(pair, Narrowing.OfSources);

    [Law]
    public void NothingOfTheBase_IsRelaxed(Overlaid pair) => Held(pair, Narrowing.OfEntries);

    [Law]
    public void Modes_AreNoMoreLenient(Overlaid pair) => Held(pair, Narrowing.OfModes);

    [Law(Tests = 200)]
    public void EmptyOverlay_ChangesNothing(GoodPolicy policy) => Assert.Equal(policy.Table.Identity, new Overlaid(policy, "{\"version\":1}").Read().Table!.Identity);

    /// <summary>Laying one policy over itself is no widening, and says what it says.</summary>
    [Law(Tests = 200)]
    public void PolicyOverItself_ChangesNothing(GoodPolicy policy) =>
        Assert.True(policy.IsOpen || new Overlaid(policy, policy.Text).Read() is { Table: { } table } && table.Identity == policy.Table.Identity, string.Join("\n", new Overlaid(policy, policy.Text).Read().Errors));

    private static void Held(Overlaid pair, Action<GoodPolicy, PolicyTable> narrows)
    {
        if (pair.Read().Table is { } merged)
        {
            narrows(pair.Base, merged);
        }
    }
}
