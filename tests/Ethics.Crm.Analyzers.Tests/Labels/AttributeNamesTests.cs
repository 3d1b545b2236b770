using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Labels;

public sealed class AttributeNamesTests
{
    [Theory]
    [InlineData("[CollectedFor({|ECRM1101:\"suport\"|})] string f;")]
    [InlineData("[CollectedFor(\"support\", {|ECRM1101:\"suport\"|})] string f;")]
    [InlineData("[DataCategory({|ECRM1101:\"contact.mail\"|})] string f;")]
    [InlineData("[DataCategory({|ECRM1101:\"contact\"|})] string f;")]
    [InlineData("[ForPurpose({|ECRM1101:\"market\"|})] void M() { }")]
    [InlineData("[ForPurpose({|ECRM1101:P|})] void M() { } const string P = \"x\" + \"y\";")]
    [InlineData("[ForPurpose(new[] { \"support\", {|ECRM1101:\"x\"|} })] void M() { }")]
    [InlineData("[{|ECRM1101:ForPurpose|}] void M() { }")]
    [InlineData("[{|ECRM1101:ForPurpose()|}] void M() { }")]
    [InlineData("[{|ECRM1101:CollectedFor()|}] string f;")]
    [InlineData("[ForPurpose({|ECRM1101:\" \"|})] void M() { }")]
    [InlineData("[DataCategory({|ECRM1101:null!|})] [CollectedFor(\"support\")] string f;")]
    [InlineData("void M([DisclosesTo({|ECRM1101:\"mailchip\"|})] string x) { }")]
    [InlineData("void M() { var f = [ForPurpose({|ECRM1101:\"x\"|})] () => 1; }")]
    [InlineData("void M() { L(); [ForPurpose({|ECRM1101:\"x\"|})] void L() { } }")]
    [InlineData("[FP({|ECRM1101:\"x\"|})] void M() { }")]
    [InlineData("[DataCategory({|ECRM1101:\"x\"|})] class MailAttribute : System.Attribute { }")]
    public Task UnknownNameOrNone_IsReportedAtTheArgument(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("[CollectedFor(\"support\", \"marketing.email\")] string f;")]
    [InlineData("[CollectedFor(\"fraud-prevention\")] string f;")]
    [InlineData("[DataCategory(\"contact.email\")] string f;")]
    [InlineData("[ForPurpose(\"marketing\")] void M() { }")]
    [InlineData("void M([DisclosesTo(\"mailchimp\")] string x) { }")]
    [InlineData("[System.Obsolete(\"suport\")] void M() { }")]
    [InlineData("class ForPurposeAttribute : System.Attribute { public ForPurposeAttribute(string s) { } } [ForPurpose(\"suport\")] void M() { }")]
    public Task DeclaredNameOrForeignAttribute_IsNotReported(string member) => VerifyAsync(member);

    [Fact]
    public Task Branch_IsANameOfDataButNotOfCode() => Rules.VerifyAsync(
        """
        using Ethics.Crm;
        public class Bag { [CollectedFor("care")] public string A = ""; [ForPurpose({|ECRM1101:"care"|})] void M() { } }
        """,
        check =>
        {
            check.Policies.Clear();
            check.Policies.Add(TestKit.TestPolicy.Of("""{ "version": 1, "categories": {}, "purposes": { "care.home": { "basis": "contract" } } }"""));
        });

    [Fact]
    public Task Message_SuggestsTheNearestName() => Rules.VerifyAsync(
        """
        using Ethics.Crm;
        public class Bag { [ForPurpose({|#0:"suport"|})] void M() { } }
        """,
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1101", DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage("'suport' is no purpose that the policy declares; did you mean 'support'?")));

    [Fact]
    public Task Assembly_IsChecked() => Rules.VerifyAsync("""[assembly: Ethics.Crm.ForPurpose({|ECRM1101:"x"|})]""");

    [Theory]
    [InlineData("namespace A { namespace B { using FP = Ethics.Crm.ForPurposeAttribute; class C { [FP({|ECRM1101:\"x\"|})] void M() { } } } }")]
    [InlineData("namespace A.B { namespace C.D { using FP = ForPurposeAttribute; class E { [FP({|ECRM1101:\"x\"|})] void M() { } } } }")]
    [InlineData("namespace A { using Our = Ethics.Crm.ForPurposeAttribute; namespace B { using FP = Our; class C { [FP({|ECRM1101:\"x\"|})] void M() { } } } }")]
    [InlineData("namespace A { using FPAttribute = Ethics.Crm.ForPurposeAttribute; class C { [FP({|ECRM1101:\"x\"|})] void M() { } } }")]
    [InlineData("namespace A { using Our = Ethics.Crm; namespace B { using FP = Our.ForPurposeAttribute; class C { [FP({|ECRM1101:\"x\"|})] void M() { } } } }")]
    [InlineData("namespace A { using FP = Ethics.Crm.ForPurposeAttribute; class C { [FP(\"support\")] void M() { } } } namespace B { using FP = System.ObsoleteAttribute; class C { [FP(\"x\")] void M() { } } }")]
    public Task Alias_IsFollowedWhereverItStands(string source) => Rules.VerifyAsync("using Ethics.Crm;\n" + source);

    [Fact]
    public Task NameWithoutANearOne_SaysWhatToDo() => Rules.VerifyAsync(
        "using Ethics.Crm;\n[ForPurpose({|#0:\"zoology\"|})] class Job { }",
        check => check.ExpectedDiagnostics.Add(new Microsoft.CodeAnalysis.Testing.DiagnosticResult("ECRM1101", Microsoft.CodeAnalysis.DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage("'zoology' is no purpose that the policy declares; declare it there, or name one that is")));

    private static Task VerifyAsync(string member) => Rules.VerifyAsync(
        $"using Ethics.Crm; using FP = Ethics.Crm.ForPurposeAttribute;\npublic class Bag {{ {member} }}",
        check => check.DisabledDiagnostics.AddRange(["CS0169", "CS8618", "CS8321"]));

    /// <summary>The compiler lets nothing be told at what another generator has marked as its own part; that the property is not guarded is told at its type (ECRM1106).</summary>
    [Fact]
    public Task FalseNegative_NameAtAPropertyThatAnotherGeneratorImplements_IsNotLookedAt() => Rules.VerifyAsync(
        "using Ethics.Crm;\npublic partial class Bag { [CollectedFor(\"unknown\")] public partial string X { get; set; } [CollectedFor({|ECRM1101:\"unknown\"|})] public string? Y; }",
        static check =>
        {
            check.DisabledDiagnostics.Add("ECRM1106");
            check.TestState.Sources.Add(("Bag.Other.g.cs", "// <auto-generated/>\npartial class Bag { [System.CodeDom.Compiler.GeneratedCode(\"Other\", \"1\")] public partial string X { get => field; set => field = value; } }"));
        });
}
