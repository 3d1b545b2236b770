using System.Reflection;
using Ethics.Crm.TestKit;
using Ethics.Crm.Weaver.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.Parity.Tests.Guards;

/// <summary>One model, guarded by the generator and woven: the same reads, refusals, texts and stored bytes.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class GuardParityTests
{
    public static TheoryData<string> Shapes() => new(GuardedShape.All.Select(static shape => shape.Name));

    [Theory, MemberData(nameof(Shapes))]
    public async Task WovenModel_DoesWhatTheGuardedOneDoes(string name)
    {
        var shape = GuardedShape.All.Single(one => one.Name == name);
        var guarded = GeneratedModel.Of(shape.Program(partial: true), ModelRun.Policy);
        using var woven = WovenModel.Of(shape.Program(partial: false), LanguageVersion.CSharp14, ModelRun.Policy);

        var expected = await ModelRun.OfAsync(guarded);
        var seen = await ModelRun.OfAsync(woven.Assembly);

        Assert.Equal(expected, seen);
        // Not both alike by doing nothing.
        Assert.Contains(expected, static line => line.StartsWith("no scope: NoScope", StringComparison.Ordinal));
        Assert.Contains(expected, static line => line.StartsWith("support: value ", StringComparison.Ordinal));
        Assert.Contains(expected, line => line.StartsWith("support, of one who is restricted and of another: " + (name == "nobody" ? "value" : "Restriction"), StringComparison.Ordinal));
        Assert.Contains(expected, line => line.StartsWith("billing: NotPermitted " + (name.StartsWith("inherited", StringComparison.Ordinal) ? "Person" : "Contact") + ".Email", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("class")]
    [InlineData("initialiser and private setter")]
    [InlineData("init and required")]
    [InlineData("override")]
    [InlineData("nullable value")]
    [InlineData("record")]
    public async Task Persistence_WritesAndReadsTheField_OfBothAlike(string name)
    {
        var shape = GuardedShape.All.Single(one => one.Name == name);
        using var woven = WovenModel.Of(shape.Program(partial: false), LanguageVersion.CSharp14, ModelRun.Policy);

        var expected = await StoredModel.OfAsync(GeneratedModel.Of(shape.Program(partial: true), ModelRun.Policy));

        Assert.Equal(expected, await StoredModel.OfAsync(woven.Assembly));
        Assert.Equal(("NoScope", "value "), (expected[0].Split(' ')[0], expected[1].Substring(0, 6)));
    }

    [Fact]
    public async Task ModelThatIsNeitherGuardedNorWoven_DoesNot()
    {
        var shape = GuardedShape.All[0];
        using var plain = WovenModel.Compile(shape.Program(partial: false), LanguageVersion.CSharp14);

        var seen = await ModelRun.OfAsync(plain.Assembly);

        Assert.Contains(seen, static line => line.StartsWith("no scope: value ", StringComparison.Ordinal));
    }
}
