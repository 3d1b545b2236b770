using Ethics.Crm.SourceGenerators.Reports;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Tests.Reports;

/// <summary>Where the compiler stops before the rules, because a constant of the policy is not there, a generator says why; everywhere else the rules do.</summary>
public sealed class PolicyReportTests
{
    private const string Contact = """
        using Ethics.Crm;
        namespace Acme;
        public partial class Contact { [DataCategory(Categories.ContactEmail)] public partial string? Email { get; set; } }
        """;

    private const string Broken = "{\n  version: 1, \"categories\": { \"contact.email\": {} }, \"purposes\": { \"support\": { \"basis\": \"contract\" } } }";

    [Fact]
    public void PolicyThatCannotBeRead_IsToldAtItsPlace()
    {
        var told = Assert.Single(Told(Broken, Contact));

        Assert.Equal(("ECRM1001", DiagnosticSeverity.Error), (told.Id, told.Severity));
        Assert.Equal((TestPolicy.DefaultPath, 1, 2), (told.Location.GetLineSpan().Path, told.Location.GetLineSpan().StartLinePosition.Line, told.Location.GetLineSpan().StartLinePosition.Character));
        Assert.Contains("Not valid JSON", told.GetMessage());
    }

    [Theory]
    [InlineData("[ForPurpose(Purposes.Support)] class Job { }")]
    [InlineData("[ForPurpose(Acme.Purposes.Support)] class Job { }")]
    [InlineData("[ForPurpose([Purposes.Support])] class Job { }")]
    [InlineData("class Job { [ForPurposeAttribute(\"billing\", Purposes.Support)] void M() { } }")]
    [InlineData("class C { [Ethics.Crm.CollectedFor(global::Acme.Purposes.Support)] string? Email { get; set; } }")]
    [InlineData("class C { void Send([DisclosesTo(Recipients.Mailer)] string text) { } }")]
    public void ConstantInEveryForm_IsToldOf(string code) => Assert.Equal(["ECRM1001"], Told(Broken, $"using Ethics.Crm; namespace Acme {{ {code} }}").Select(one => one.Id));

    [Theory]
    // The constants that are used are there, or none is used: the rules run, and tell it.
    [InlineData("{ \"version\": 1, \"categories\": { \"contact.email\": {} }, \"typo\": 1, \"purposes\": { } }", "Categories.ContactEmail")]
    [InlineData(Broken, "\"contact.email\"")]
    [InlineData(Broken, "Own.ContactEmail")]
    // A policy without error, and a name that it does not have: the compiler says that.
    [InlineData("{ \"version\": 1, \"categories\": {}, \"purposes\": { } }", "Categories.ContactEmail")]
    public void WhatTheRulesOrTheCompilerTell_IsNotToldAgain(string policy, string argument) =>
        Assert.Empty(Told(policy, Contact.Replace("Categories.ContactEmail", argument) + " static class Own { public const string ContactEmail = \"contact.email\"; }"));

    [Theory]
    [InlineData("namespace Other { static class Categories { public const string ContactEmail = \"contact.email\"; } }", null)]
    [InlineData("namespace Acme { static class Categories { public const string ContactEmail = \"contact.email\"; } }", null)]
    public void ConstantsOfTheProjectsOwn_AreNotMissed(string own, string? policy)
    {
        Assert.Empty(Told(policy, Contact, own));
        Assert.Empty(Told(Broken, Contact, own));
    }

    [Fact]
    public void ProjectWithoutPolicy_IsToldOnce_AtTheFirstConstant()
    {
        var told = Assert.Single(Told(null, Contact, "using Ethics.Crm; namespace Acme { [ForPurpose(Purposes.Support)] class Job { } }"));

        Assert.Equal("ECRM1001", told.Id);
        Assert.Equal("'Categories.ContactEmail' is a constant that the build makes of the policy, but the project has none: add an ethics.policy.json to its folder or one above it, or name the file in the MSBuild property EthicsPolicyFile", told.GetMessage());
        Assert.Equal(("/0/Test0.cs", 2), (told.Location.GetLineSpan().Path, told.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Fact]
    public void ClassThatHasTheName_IsToldWhereAConstantIsUsed()
    {
        var told = Assert.Single(Told(Policies.Fabrikam, Contact, "namespace Acme { public class Categories { } }"));

        Assert.Equal("ECRM1003", told.Id);
        Assert.StartsWith("'Acme.Categories' takes the name of the policy's constants", told.GetMessage());
        Assert.Equal("/0/Test0.cs", told.Location.GetLineSpan().Path);
    }

    [Fact]
    public void NamespaceThatCanBeNone_IsTold_AndNoneThatIsAskedForIsNot()
    {
        Assert.Contains("'1bad' can be no namespace", Assert.Single(Told(Policies.Fabrikam, ("EthicsCrmConstantsNamespace", "1bad"), Contact)).GetMessage());
        Assert.Empty(Told(Policies.Fabrikam, ("EthicsCrmConstantsNamespace", "none"), Contact));
        Assert.Empty(Told(Policies.Fabrikam, Contact));
    }

    [Fact]
    public void ErrorOfABase_IsToldInTheBase()
    {
        var build = Build.Of(Contact) with { Policies = [TestPolicy.Of("""{ "version": 1, "extends": ["base.json"] }"""), TestPolicy.Base("base.json", Broken)] };

        Assert.Contains(Told(build), one => one.Location.GetLineSpan() is { Path: "/0/base.json", StartLinePosition: { Line: 1, Character: 2 } } && one.GetMessage().StartsWith("Not valid JSON", StringComparison.Ordinal));
    }

    [Fact]
    public void ProjectWithoutAttributesOfOurs_ReachesNoStep()
    {
        var build = Build.Of("[System.Obsolete(Purposes.Support)] class A { }").WithPolicy(null) with { Generators = [new PolicyReportGenerator()] };

        Assert.DoesNotContain(PolicyReportGenerator.UsesStep, build.Driver().RunGenerators(build.Compilation()).GetRunResult().Results.Single().TrackedSteps.Keys);
    }

    /// <summary>The compiler takes what is no UTF-8 as the system's own encoding, which outside of Windows is UTF-8 again: with a replacement character for each byte that means nothing.</summary>
    [Theory]
    [InlineData("utf-8", "M\u00fcller", "iso-8859-1", true)]
    [InlineData("iso-8859-1", "M\u00fcller", "iso-8859-1", true)]
    [InlineData("utf-8", "M\u00fcller", "utf-8", false)]
    // A character that the file itself holds.
    [InlineData("utf-8", "M\ufffdller", "utf-8", false)]
    [InlineData("iso-8859-1", "Miller", "iso-8859-1", false)]
    [InlineData("utf-8", "M\u00fcller", "utf-16", true)]
    public void PolicyOfAnotherEncoding_IsTold_WhateverTheCompilerMakesOfIt(string otherwise, string title, string written, bool isTold)
    {
        var text = $"{{ \"version\": 1, \"controller\": {{ \"name\": \"{title}\" }}, \"categories\": {{ }}, \"purposes\": {{ \"support\": {{ \"basis\": \"contract\" }} }} }}";
        var file = new TestAdditionalText(TestPolicy.DefaultPath, System.Text.Encoding.GetEncoding(written).GetBytes(text), System.Text.Encoding.GetEncoding(otherwise));
        var build = Build.Of("using Ethics.Crm; namespace Acme; [ForPurpose(Purposes.Support)] class Job { }");
        var options = new TestOptionsProvider([TestPolicy.Of("")], new Dictionary<string, string> { ["RootNamespace"] = "Acme" });
        var run = Microsoft.CodeAnalysis.CSharp.CSharpGeneratorDriver.Create([new PolicyReportGenerator().AsSourceGenerator()], [file], optionsProvider: options).RunGenerators(build.Compilation()).GetRunResult();

        Assert.Equal(isTold ? ["ECRM1001"] : [], run.Diagnostics.Select(static one => one.Id));
        Assert.All(run.Diagnostics, static one => Assert.Contains(one.GetMessage().Contains("Not valid JSON", StringComparison.Ordinal) ? "JSON" : "not UTF-8", one.GetMessage()));
    }

    private static IReadOnlyList<Diagnostic> Told(string? policy, params string[] sources) => Told(Build.Of(sources).WithPolicy(policy));

    private static IReadOnlyList<Diagnostic> Told(string? policy, (string Name, string Value) property, string source) => Told(Build.Of(source).WithPolicy(policy).With(property.Name, property.Value));

    private static IReadOnlyList<Diagnostic> Told(Build build)
    {
        var run = (build with { Generators = [new PolicyReportGenerator()] }).Driver().RunGenerators(build.Compilation()).GetRunResult();
        Assert.Null(run.Results.Single().Exception);
        Assert.Empty(run.GeneratedTrees);
        return run.Diagnostics;
    }
}
