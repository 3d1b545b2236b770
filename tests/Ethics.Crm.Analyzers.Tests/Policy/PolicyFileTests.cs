using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Policy;

public sealed class PolicyFileTests
{
    [Fact]
    public Task UnknownPurpose_IsReportedAtItsPlaceWithPathAndSuggestion() => VerifyAsync(
        """
        { "version": 1,
          "categories": { "contact.email": { "collectedFor": ["suport"] } },
          "purposes": { "support": { "basis": "contract" } } }
        """,
        new DiagnosticResult("ECRM1002", DiagnosticSeverity.Error).WithSpan(TestPolicy.DefaultPath, 2, 55, 2, 63));

    [Fact]
    public async Task Message_NamesPathExpectationAndSuggestion()
    {
        var check = Rules.Check("");
        check.Policies.Clear();
        check.Policies.Add(TestPolicy.Of("""{ "version": 1, "categories": {}, "purposes": { "support": { "basis": "contrakt" } } }"""));
        check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1002", DiagnosticSeverity.Error).WithSpan(TestPolicy.DefaultPath, 1, 71, 1, 81)
            .WithMessage("'contrakt' is unknown here; did you mean 'contract'? Expected: one of consent, contract, legal-obligation, vital-interests, public-task, legitimate-interests (at $.purposes.support.basis)"));
        await check.RunAsync();
    }

    [Fact]
    public Task BrokenFile_IsOneUnreadable() => VerifyAsync("{ \"version\": 1, ", new DiagnosticResult("ECRM1001", DiagnosticSeverity.Error).WithSpan(TestPolicy.DefaultPath, 1, 17, 1, 17));

    [Fact]
    public Task PolicyWithErrors_JudgesNothing() => Rules.VerifyWithContactAsync(
        """
        using Acme.Crm; using Ethics.Crm;
        [ForPurpose("marketing")] public class Job { string M(Contact c) => c.Email; }
        """,
        check =>
        {
            check.Policies.Clear();
            check.Policies.Add(TestPolicy.Of("[]"));
            check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1001", DiagnosticSeverity.Error).WithSpan(TestPolicy.DefaultPath, 1, 1, 1, 2));
        });

    [Fact]
    public Task ErrorInABase_IsReportedInTheBase()
    {
        var check = Rules.Check("");
        check.Policies.Clear();
        check.Policies.Add(TestPolicy.Base("base.policy.json", """{ "version": 1, "categories": {}, "purposes": {}, "purpoes": {} }"""));
        check.Policies.Add(TestPolicy.Of("""{ "version": 1, "extends": ["base.policy.json"], "categories": {}, "purposes": {} }"""));
        check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1002", DiagnosticSeverity.Error).WithSpan("/0/base.policy.json", 1, 51, 1, 60));
        return check.RunAsync();
    }

    [Fact]
    public Task FileOfThatNameWithoutMetadata_IsNoPolicy()
    {
        var check = Rules.Check("");
        check.Policies.Clear();
        check.TestState.AdditionalFiles.Add(("/0/ethics.policy.json", "no JSON at all"));
        return check.RunAsync();
    }

    /// <summary>As for the running program: whatever the compiler makes of bytes that are no UTF-8.</summary>
    [Theory]
    [InlineData("utf-8", "M\u00fcller", "iso-8859-1", true)]
    [InlineData("iso-8859-1", "M\u00fcller", "iso-8859-1", true)]
    [InlineData("utf-8", "M\u00fcller", "utf-8", false)]
    [InlineData("utf-8", "M\ufffdller", "utf-8", false)]
    public void FileOfAnotherEncoding_IsNoPolicy_WhateverTheCompilerMakesOfIt(string otherwise, string title, string written, bool isRefused)
    {
        var bytes = System.Text.Encoding.GetEncoding(written).GetBytes(Ethics.Crm.TestKit.Policies.Fabrikam.Replace("\"version\": 1", $"\"version\": 1, \"x-title\": \"{title}\"", StringComparison.Ordinal));
        var options = new TestOptionsProvider([TestPolicy.Of("")], new Dictionary<string, string>());
        var files = new Microsoft.CodeAnalysis.Diagnostics.AnalyzerOptions([new TestAdditionalText(TestPolicy.DefaultPath, bytes, System.Text.Encoding.GetEncoding(otherwise))], options);

        var build = Ethics.Crm.FlowAnalysis.Policies.PolicyFiles.Find(files, default)!.Result.Errors;
        var program = Ethics.Crm.Policy.PolicyReader.Read(Ethics.Crm.Policy.PolicySource.FromBytes(TestPolicy.DefaultPath, bytes), []).Errors;

        Assert.Equal((isRefused, isRefused), (build.Any(static e => e.Message.Contains("not UTF-8", StringComparison.Ordinal)), program.Any(static e => e.Message.Contains("not UTF-8", StringComparison.Ordinal))));
        Assert.Equal(program.Select(static e => e.Id), build.Select(static e => e.Id));
    }

    [Fact]
    public Task SecondPolicyFile_IsAContradiction()
    {
        var check = Rules.Check("");
        check.Policies.Add(new TestPolicy("/0/second.json", Policies.Fabrikam));
        check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1003", DiagnosticSeverity.Error).WithSpan("/0/second.json", 1, 1, 1, 1));
        return check.RunAsync();
    }

    [Fact]
    public Task TwoNamesOfOneConstant_AreAContradiction() => VerifyAsync(
        """
        { "version": 1, "categories": {},
          "purposes": { "e-mail": { "basis": "contract" }, "e.mail": { "basis": "contract" } } }
        """,
        new DiagnosticResult("ECRM1003", DiagnosticSeverity.Error).WithSpan(TestPolicy.DefaultPath, 2, 52, 2, 60)
            .WithMessage("'e-mail' and 'e.mail' would both be the constant Purposes.EMail; rename one of them"));

    [Theory]
    [InlineData("marketing", "Marketing", "Purposes.Marketing")]
    [InlineData("e-mail", "e_mail", "Purposes.EMail")]
    [InlineData("e.mail", "eMail", "Purposes.EMail")]
    [InlineData("purposes", "Purposes", "Purposes.Purposes_")]
    public Task NamesThatDifferInCaseOrSeparators_AreAContradiction(string first, string second, string constant)
    {
        var names = new[] { first, second }.Order(StringComparer.Ordinal).ToArray();
        var policy = $$"""{ "version": 1, "categories": {}, "purposes": { "{{names[0]}}": { "basis": "contract" }, "{{names[1]}}": { "basis": "contract" } } }""";
        var start = policy.LastIndexOf($"\"{names[1]}\"", StringComparison.Ordinal) + 1;
        return VerifyAsync(policy, new DiagnosticResult("ECRM1003", DiagnosticSeverity.Error).WithSpan(TestPolicy.DefaultPath, 1, start, 1, start + names[1].Length + 2)
            .WithMessage($"'{names[0]}' and '{names[1]}' would both be the constant {constant}; rename one of them"));
    }

    [Theory]
    [InlineData("e-mail", "mail")]
    [InlineData("purposes", "purpose")]
    public Task NamesOfDifferentConstants_AreNone(string first, string second)
    {
        var check = Rules.Check("");
        check.Policies.Clear();
        check.Policies.Add(TestPolicy.Of($$"""{ "version": 1, "categories": { "{{first}}": {} }, "purposes": { "{{first}}": { "basis": "contract" }, "{{second}}": { "basis": "contract" } } }"""));
        return check.RunAsync();
    }

    [Theory]
    [InlineData("namespace Acme { public class {|ECRM1003:Purposes|} { } }", "RootNamespace", "Acme")]
    [InlineData("namespace Acme { public class Purposes { } }", "RootNamespace", "Acme.Crm")]
    [InlineData("namespace Acme { public class Purposes<T> { } class Outer { class Purposes { } } }", "RootNamespace", "Acme")]
    [InlineData("namespace Acme { public class {|ECRM1003:Categories|} { } }", "EthicsCrmConstantsNamespace", "Acme")]
    [InlineData("public class Purposes { }", "EthicsCrmConstantsNamespace", "none")]
    [InlineData("public class {|ECRM1003:Purposes|} { }", "EthicsCrmConstantsNamespace", "  ")]
    [InlineData("namespace my_app { public class {|ECRM1003:Purposes|} { } }", "RootNamespace", "my-app")]
    [InlineData("namespace Acme.{|ECRM1003:Purposes|} { public class Mine { } } namespace Acme.Purposes { public class More { } }", "RootNamespace", "Acme")]
    [InlineData("namespace Acme.Purposes { public class Mine { } }", "RootNamespace", "Acme.Crm")]
    [InlineData("public class {|ECRM1003:Acme|} { }", "RootNamespace", "Acme.Crm")]
    [InlineData("namespace Other { public class Acme { } }", "RootNamespace", "Acme.Crm")]
    public Task TakenClassName_IsAContradictionOnlyWhereConstantsWouldGo(string source, string property, string value)
        => Rules.VerifyAsync(source, check => check.BuildProperties[property] = value);

    [Theory]
    [InlineData("1bad-ns")]
    [InlineData("Acme..Crm")]
    public Task ConstantsNamespaceThatCanBeNone_IsAContradiction(string value)
    {
        var check = Rules.Check("");
        check.BuildProperties["EthicsCrmConstantsNamespace"] = value;
        check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1003", DiagnosticSeverity.Error).WithSpan(TestPolicy.DefaultPath, 1, 1, 1, 1)
            .WithMessage($"the policy's constants are not generated: '{value}' can be no namespace; correct the MSBuild property EthicsCrmConstantsNamespace ('none' generates none)"));
        return check.RunAsync();
    }

    [Theory]
    [InlineData("EthicsCrmConstantsNamespace", "Acme.@class")]
    [InlineData("RootNamespace", "1bad-ns")]
    public Task NamespaceThatIsOneOrIsMadeOne_IsNoFinding(string property, string value) => Rules.VerifyAsync("", check => check.BuildProperties[property] = value);

    [Fact]
    public Task GeneratedConstants_TakeNoName() => Rules.VerifyAsync("", check =>
    {
        check.BuildProperties["RootNamespace"] = "Acme";
        check.TestState.Sources.Add(("/0/Constants.g.cs", "// <auto-generated/>\nnamespace Acme { static class Purposes { } }"));
    });

    private static Task VerifyAsync(string policy, DiagnosticResult expected)
    {
        var check = Rules.Check("");
        check.Policies.Clear();
        check.Policies.Add(TestPolicy.Of(policy));
        check.ExpectedDiagnostics.Add(expected);
        return check.RunAsync();
    }
}
