using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>Policies that extend each other, as the running program finds them: beside each other, whatever their paths in the sources said.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class PolicyChainTests
{
    private const string Left = """{ "version": 1, "extends": ["../company/base.json"], "categories": { "contact.email": { "only": ["support", "marketing", "fraud", "analytics"] } } }""";
    private const string Right = """{ "version": 1, "extends": ["../company/base.json"], "categories": { "contact.email": { "only": ["support", "fraud"] } } }""";

    [Fact]
    public void ThreeFiles_EachNarrowsTheOneBelow()
    {
        using var host = Start("""{ "version": 1, "extends": ["../teams/left.json"], "categories": { "contact.email": { "only": ["analytics"] } } }""", ("left.json", Left));

        Assert.Equal("value", Email("analytics"));
        Assert.Equal("NotPermitted", Email("support"));
    }

    [Fact]
    public void Diamond_HoldsBothOfItsSides()
    {
        using var host = Start("""{ "version": 1, "extends": ["../teams/left.json", "../teams/right.json"] }""", ("left.json", Left), ("right.json", Right));

        Assert.Equal("value", Email("support"));
        Assert.Equal("NotPermitted", Email("analytics"));
    }

    [Fact]
    public void FileInBetweenThatWidens_FailsTheStart()
    {
        var error = Fails("""{ "version": 1, "extends": ["left.json"] }""", ("left.json", """{ "version": 1, "extends": ["base.json"], "purposes": { "marketing": { "basis": "contract" } } }"""));

        Assert.Contains("left.json", error.Message);
        Assert.Contains("can only narrow", error.Message);
    }

    [Fact]
    public void CircleFurtherDown_FailsTheStart() =>
        Assert.Contains("circle", Fails("""{ "version": 1, "extends": ["left.json"] }""", ("left.json", """{ "version": 1, "extends": ["right.json"] }"""), ("right.json", """{ "version": 1, "extends": ["left.json"] }""")).Message);

    [Fact]
    public void BaseOfABaseThatIsNotThere_FailsTheStart_AndIsNamed()
    {
        var error = Fails("""{ "version": 1, "extends": ["left.json"] }""", ("left.json", """{ "version": 1, "extends": ["../company/gone.json"] }"""));

        Assert.Contains("gone.json", error.Message);
    }

    private static string Email(string purpose) => In(purpose, () => new Contact { Id = 7, Email = "value" }.Email);

    private static TestHost Start(string policy, params (string Name, string Text)[] files)
    {
        var host = Written(policy, files);
        host.Services.UseEthicsCrm();
        return host;
    }

    private static PolicyLoadException Fails(string policy, params (string Name, string Text)[] files)
    {
        using var host = Written(policy, files);
        return Assert.Throws<PolicyLoadException>(() => host.Services.UseEthicsCrm());
    }

    private static TestHost Written(string policy, (string Name, string Text)[] files)
    {
        var host = new TestHost(policy, start: false);
        host.Write("base.json", TestHost.Policy);
        foreach (var (name, text) in files)
            host.Write(name, text);
        return host;
    }
}
