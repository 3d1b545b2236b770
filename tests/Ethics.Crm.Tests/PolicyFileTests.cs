using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>Everything that a path or a file can do wrong: a start that fails says so by file, a reload keeps the last good policy, and nothing else is ever thrown.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class PolicyFileTests
{
    public static TheoryData<string> Faulty => new()
    {
        Extending("""\ud800"""),
        Extending("""\udc00.json"""),
        Extending("""\u0000"""),
        Extending("""a\u0000b.json"""),
        Extending("""nowhere/base.json"""),
        Extending("."),
        Extending("""C:\\policies\\<base>|?*.json"""),
        Extending(new string('x', 70_000)),
        Extending("ethics.policy.json"),
        """{ "\ud800": 1, "extends": ["\ud800"] }""",
        """{ "extends": 7 }""",
        """{ "extends": [7, null, {}] }""",
        "[]",
        "",
        "{",
        "\u0000",
    };

    [Theory, MemberData(nameof(Faulty))]
    public void FaultyPolicy_AtStart_IsAPolicyLoadExceptionThatNamesTheFile(string policy)
    {
        using var host = new TestHost(policy, start: false);

        var error = Assert.Throws<PolicyLoadException>(() => host.Services.UseEthicsCrm());

        Assert.Contains(host.PolicyPath, error.Message);
        Assert.Equal(host.PolicyPath, error.File);
    }

    [Theory, MemberData(nameof(Faulty))]
    public async Task FaultyPolicy_OnTheTimerOfAReload_ThrowsNothingAndKeepsTheLastGoodOne(string policy)
    {
        using var host = new TestHost();
        host.Write("ethics.policy.json", policy);

        host.LookAtFiles();

        Assert.Equal("value", In("support", () => new Contact { Id = 7, Email = "value" }.Email));
        Assert.Contains(host.PolicyPath, Assert.Single(host.Log.At(Microsoft.Extensions.Logging.LogLevel.Error)));
        Assert.Equal(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded, (await host.HealthAsync()).Status);
    }

    [Theory]
    [InlineData("a\0b.json")]
    [InlineData("\0")]
    public void OptionThatIsNoPath_IsAPolicyLoadException(string file)
    {
        using var host = new TestHost(configure: o => o.PolicyFile = file, start: false);

        Assert.Contains("PolicyFile", Assert.Throws<PolicyLoadException>(() => host.Services.UseEthicsCrm()).Message);
    }

    [Fact]
    public void FolderInPlaceOfTheFile_IsAPolicyLoadException()
    {
        using var host = new TestHost(start: false);
        File.Delete(host.PolicyPath);
        Directory.CreateDirectory(host.PolicyPath);

        Assert.Contains(host.PolicyPath, Assert.Throws<PolicyLoadException>(() => host.Services.UseEthicsCrm()).Message);
    }

    [Fact]
    public void FileInAnotherEncoding_IsAPolicyLoadException()
    {
        using var host = new TestHost(start: false);
        File.WriteAllBytes(host.PolicyPath, [0xFF, 0xFE, 0x7B, 0x00]);

        Assert.Contains("UTF-8", Assert.Throws<PolicyLoadException>(() => host.Services.UseEthicsCrm()).Message);
    }

    [Fact]
    public void BaseThatTheBuildCopiedBesideThePolicy_IsFoundThere()
    {
        using var host = new TestHost(Extending("../company/base.json"), start: false);
        host.Write("base.json", TestHost.Policy);

        host.Services.UseEthicsCrm();

        Assert.Equal("value", In("analytics", () => new Contact { Id = 7, Email = "value" }.Email));
    }

    [Theory]
    [InlineData("a/base.json", "b/base.json")]
    [InlineData("base.json", "b/base.json")]
    [InlineData("../company/ethics.policy.json", "../company/ethics.policy.json")]
    public void TwoPlaces_ForWhichOneFileIsFound_FailTheStart_AndBothAreNamed(string one, string other)
    {
        using var host = new TestHost($$"""{ "version": 1, "extends": ["{{one}}", "{{other}}"] }""", start: false);
        host.Write("base.json", TestHost.Policy);

        var error = Assert.Throws<PolicyLoadException>(() => host.Services.UseEthicsCrm());

        Assert.Contains(other, error.Message);
        Assert.Contains("name", error.Message);
    }

    [Fact]
    public void TwoBasesOfOneName_EachAtItsPlace_AreBothRead()
    {
        using var host = new TestHost("""{ "version": 1, "extends": ["a/base.json", "b/base.json"] }""", start: false);
        host.Write("a/base.json", TestHost.Policy);
        host.Write("b/base.json", """{ "version": 1, "purposes": { "survey": { "basis": "contract" } }, "categories": {} }""");

        host.Services.UseEthicsCrm();

        Assert.Equal("NotPermitted", In("survey", () => new Contact { Id = 7, Email = "value" }.Email));
        Assert.Equal("value", In("analytics", () => new Contact { Id = 7, Email = "value" }.Email));
    }

    [Fact]
    public void OneBase_NamedFromTwoFilesByDifferentPaths_IsReadOnce()
    {
        using var host = new TestHost("""{ "version": 1, "extends": ["overlays/product.json", "base.json"] }""", start: false);
        // As the build copies them: both beside the policy, whatever their names said.
        host.Write("product.json", """{ "version": 1, "extends": ["../base.json"] }""");
        host.Write("base.json", TestHost.Policy);

        host.Services.UseEthicsCrm();

        Assert.Equal("value", In("analytics", () => new Contact { Id = 7, Email = "value" }.Email));
    }

    private static string Extending(string text) => $$"""{ "version": 1, "extends": ["{{text}}"] }""";
}
