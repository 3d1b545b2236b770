using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using static Ethics.Crm.Soundness.Tests.HandMade;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>Two runs with another content of one member: what may differ, and what is found out when it does. The differences are planted into what the runs showed.</summary>
public sealed class NonInterferenceTests
{
    private static readonly ClassModel Taker = Code("Desk", "support", [P], new Use(1, Mail()), new Use(2, new Literal("x")));

    private static readonly Specimen Plain = Executed(Program([Taker], Run(Taker)));

    [Fact]
    public void DifferencesWhereTheLabelCame_AreNone()
    {
        // The read, and the use of what was read; the other use is the same.
        Assert.Equal(new(3, 2, null), NonInterference.Of(Plain));
    }

    [Fact]
    public void DifferenceInAValueWithoutTheLabel_IsFound() =>
        Assert.Contains("became use 2 for [support]: \"y\"", Violation(Changed(Plain, "2", static seen => seen with { Text = "y" })), StringComparison.Ordinal);

    [Fact]
    public void DifferenceInAReadOfAnotherMember_IsFound()
    {
        var other = Code("Desk", "support", [P], new Use(1, Mail()), new Use(2, new Load(new Local("p", Person), "Person", "Copy", ModelType.Text)));
        var specimen = Executed(Program([other], Run(other)));

        Assert.Null(NonInterference.Of(specimen).Violation);
        Assert.StartsWith("Person.Mail: read Person.Copy", Violation(Changed(specimen, "Person.Copy", static seen => seen with { Text = "y" })), StringComparison.Ordinal);
    }

    /// <summary>An execution that loses a label shows a difference that nothing explains any more.</summary>
    [Fact]
    public void DifferenceInAValueThatLostItsLabel_IsFound() => Assert.StartsWith("Person.Mail: use 1", Violation(Unlabelled(Plain)), StringComparison.Ordinal);

    [Fact]
    public void OtherPurposeOrLabel_IsFound_EvenWhereTheLabelCame()
    {
        Assert.NotNull(Violation(Changed(Plain, "1", static seen => seen with { Purposes = "marketing" })));
        Assert.NotNull(Violation(Changed(Plain, "1", static seen => seen with { Labels = "" })));
    }

    [Fact]
    public void RunThatShowsLess_IsFound_UnlessAConditionOnTheMemberLedThere()
    {
        var steered = Code("Desk", "support", [P], new If(new EvenLength(Mail()), [new Use(1, new Literal("x"))], []));
        var (onData, onNothing) = (Executed(Program([steered], Run(steered))), Plain with { Shown = [.. Plain.Shown.Select(Shorter)] });

        Assert.NotEqual(onData.Shown[First(onData)].Count, onData.Shown[Varied(onData)].Count);
        Assert.Null(NonInterference.Of(onData).Violation);
        Assert.Equal("Person.Mail: one run shows more than the other.", NonInterference.Of(onNothing).Violation);

        static IReadOnlyList<Observation> Shorter(IReadOnlyList<Observation> run, int index) => index == Varied(Plain) ? [.. run.SkipLast(1)] : run;
    }

    /// <summary>Behind an anonymizer there is no label; the content explains the difference there, and nothing else.</summary>
    [Fact]
    public void BehindAnAnonymizer_TheContentExplains_AndNothingElse()
    {
        var mask = Code("Privacy", "", [T], new Return(new Local("t", ModelType.Text)));
        mask = mask with { Methods = [mask.Methods[0] with { Anonymizes = true }] };
        var masked = Code("Desk", "support", [P], new Use(1, Calls(mask, Mail())), new Use(2, new Literal("x")));
        var specimen = Executed(Program([mask, masked], Run(masked)));

        Assert.Equal(new(3, 2, null), NonInterference.Of(specimen));
        Assert.NotNull(Violation(Changed(specimen, "2", static seen => seen with { Text = "y" })));
    }

    /// <summary>That labels end somewhere in a program explains nothing about values that come another way.</summary>
    [Fact]
    public void BesideAnAnonymizer_AValueThatLostItsLabel_IsFound()
    {
        var mask = Code("Privacy", "", [T], new Return(new Local("t", ModelType.Text)));
        mask = mask with { Methods = [mask.Methods[0] with { Anonymizes = true }] };
        var beside = Code("Desk", "support", [P], new Use(1, Calls(mask, Mail())), new Use(2, Mail()));
        var specimen = Executed(Program([mask, beside], Run(beside)));

        Assert.Null(NonInterference.Of(specimen).Violation);
        Assert.StartsWith("Person.Mail: use 2", Violation(Unlabelled(specimen)), StringComparison.Ordinal);
    }

    /// <summary>What is stored in a labelled member comes out with that member's label alone, and its content shows all the same.</summary>
    [Fact]
    public void BehindALabelledMember_TheContentExplains()
    {
        var copying = Code("Desk", "support", [P], new Store(new Local("p", Person), "Person", "Copy", Mail()), new Use(1, new Load(new Local("p", Person), "Person", "Copy", ModelType.Text)));
        var specimen = Executed(Program([copying], Run(copying)));

        // Read, store, read and use show the content of the first member; that of the second is overwritten.
        Assert.Equal(new(8, 4, null), NonInterference.Of(specimen));
    }

    private static Evaluate Run(ClassModel code) => new(Calls(code, new Local("p", Person)));

    private static Specimen Executed(ProgramModel program) => Shrinking.Interesting.Executed([Specimen.Of(Pruning.Pruned(program))])[0];

    private static int First(Specimen specimen) => specimen.Inputs.IndexOf(specimen.Inputs.First(static inputs => inputs.Varied is null));

    private static int Varied(Specimen specimen) => specimen.Inputs.IndexOf(specimen.Inputs.First(static inputs => inputs.Varied == "Person.Mail"));

    private static Specimen Unlabelled(Specimen specimen) => specimen with { Shown = [.. specimen.Shown.Select(static run => (IReadOnlyList<Observation>)[.. run.Select(static seen => seen with { Labels = "" })])] };

    private static Specimen Changed(Specimen specimen, string what, Func<Observation, Observation> change) => specimen with
    {
        Shown = specimen.Shown.SetItem(Varied(specimen), [.. specimen.Shown[Varied(specimen)].Select(seen => seen.What == what ? change(seen) : seen)]),
    };

    private static string Violation(Specimen specimen) => NonInterference.Of(specimen).Violation ?? throw new InvalidOperationException("Nothing was found.");
}
