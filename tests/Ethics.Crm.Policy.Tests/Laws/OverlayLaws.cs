using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Ethics.Crm.Policy.Tests.Laws;

[Properties(Arbitrary = [typeof(PolicyGen)], MaxTest = 800)]
public sealed class OverlayLaws
{
    private static PolicyResult Read(Overlaid pair) =>
        Sample.Read(pair.Overlay.Replace("{\"version\":1", "{\"version\":1,\"extends\":[\"base.json\"]"), new PolicySource("base.json", pair.Base.Text));

    [Property]
    public void AcceptedOverlay_PermitsNoMoreThanItsBase(Overlaid pair)
    {
        if (Read(pair).Table is not { } merged)
        {
            return;
        }

        var below = pair.Base.Table;
        foreach (var category in below.Document.Categories.Keys.Append(null))
        {
            foreach (var collectedFor in below.Purposes.Select(p => (string[])[p]).Append(null))
            {
                var label = new DataLabel(category, collectedFor);
                foreach (var purpose in below.Purposes.Where(p => !below.Document.Purposes[p].Open && merged.Judge(label, p).IsPermitted))
                {
                    Assert.True(below.Judge(label, purpose).IsPermitted, $"{label} is permitted for {purpose} by {pair.Overlay} over {pair.Base.Text}");
                }
            }
        }
    }

    /// <summary>Without this the law above could hold because nothing is ever accepted.</summary>
    [Fact]
    public void GeneratedOverlays_AreAcceptedOftenEnough()
    {
        var results = PolicyGen.Overlays().Generator.Sample(400).Select(Read).ToList();

        Assert.InRange(results.Count(r => r.Table is not null), 20, 380);
    }

    [Property(MaxTest = 200)]
    public void EmptyOverlay_ChangesNothing(GoodPolicy policy) =>
        Assert.Equal(policy.Table.Document.Purposes.Keys, Read(new(policy, "{\"version\":1}")).Table!.Document.Purposes.Keys);
}
