using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using static Ethics.Crm.Soundness.Tests.HandMade;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>What an execution shows is compared with what the interpreter says: in each run, and everything of it.</summary>
public sealed class DisagreementTests
{
    private static readonly ClassModel Desk = Code("Desk", "support", [P], new If(new Bit(0), [new Use(1, Mail())], []), new Use(2, Mail()));

    private static readonly Specimen Executed = Shrinking.Interesting.Executed([Specimen.Of(Program([Desk], new Evaluate(Calls(Desk, new Local("p", Person)))))])[0];

    public static TheoryData<string> Fields() => ["Kind", "What", "Purposes", "Text", "Labels"];

    [Fact]
    public void ExecutionThatDoesAsSaid_HasNone()
    {
        Assert.Null(Disagreement.In(Executed));
        Assert.Equal(Executed.Inputs.Length, Executed.Shown.Length);
        // For each content of the bit, and for each labelled member another content.
        Assert.Equal(4, Executed.Inputs.Length);
    }

    [Theory, MemberData(nameof(Fields))]
    public void OtherObservation_IsFoundInEachRun(string field)
    {
        for (var run = 0; run < Executed.Inputs.Length; run++)
        {
            IReadOnlyList<Observation> other = [.. Executed.Shown[run].SkipLast(1), Changed(Executed.Shown[run][^1], field)];

            Assert.Equal(run, Disagreement.In(Executed with { Shown = Executed.Shown.SetItem(run, other) })?.Run);
        }
    }

    [Fact]
    public void ObservationMoreOrLess_IsFound()
    {
        var (shown, last) = (Executed.Shown[0], Executed.Shown[0][^1]);

        Assert.EndsWith("the execution shows nothing.", Disagreement.Between(shown, [.. shown.SkipLast(1)]), StringComparison.Ordinal);
        Assert.StartsWith("The interpreter says nothing", Disagreement.Between(shown, [.. shown, last]), StringComparison.Ordinal);
    }

    private static Observation Changed(Observation seen, string field) => field switch
    {
        "Kind" => seen with { Kind = "store" },
        "What" => seen with { What = "3" },
        "Purposes" => seen with { Purposes = "" },
        "Text" => seen with { Text = "y" },
        _ => seen with { Labels = "" },
    };
}
