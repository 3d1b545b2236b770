using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Labels;

public sealed class NotInterceptedTests
{
    private const string Mail = "[DataCategory(\"contact.email\")] ";

    [Fact]
    public Task ProjectThatGuardsNothing_HasOneFindingThatCountsTheRest() => Rules.VerifyAsync(
        """
        using Ethics.Crm;
        public class A { [DataCategory("contact.email")] public string {|#0:X|} { get; set; } = ""; [DataCategory("identity")] public string Y { get; set; } = ""; }
        public class B { [DataCategory("identity")] public static string Z { get; set; } = ""; }
        """,
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1106", DiagnosticSeverity.Warning).WithLocation(0)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithMessage("'A.X' is labelled, but its reads are not intercepted at run time: it is not partial; make it partial; this project guards none of its 3 labelled properties")));

    [Fact]
    public Task ProjectThatGuardsOne_HasOneFindingForEachOther() => Rules.VerifyWithContactAsync(
        """
        using Ethics.Crm;
        public class A { [DataCategory("contact.email")] public string {|ECRM1106:X|} { get; set; } = ""; [DataCategory("identity")] public string {|ECRM1106:Y|} { get; set; } = ""; }
        """);

    /// <summary>The compiler hands both parts to a rule.</summary>
    [Fact]
    public Task PropertyInTwoParts_HasOneFindingInAProjectThatGuardsOthers() => Rules.VerifyWithContactAsync(
        "using Ethics.Crm;\npublic partial class Bag { " + Mail + "public partial string {|#0:X|} { get; } public partial string X => \"\"; }",
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1106", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("'Bag.X' is labelled, but its reads are not intercepted at run time: another part implements it, and only the generator's implementation asks the gate")));

    [Fact]
    public Task LabelOnTheImplementingPart_HasOneFindingAtTheDefiningOne() => Rules.VerifyWithContactAsync(
        "using Ethics.Crm;\npublic partial class Bag { public partial string {|ECRM1106:X|} { get; } " + Mail + "public partial string X => \"\"; }");

    [Fact]
    public Task TwoPropertiesInTwoParts_HaveOneFindingEach() => Rules.VerifyWithContactAsync(
        "using Ethics.Crm;\npublic partial class Bag { " + Mail + "public partial string {|ECRM1106:X|} { get; } public partial string X => \"\"; "
        + Mail + "public partial string {|ECRM1106:Y|} { get; } public partial string Y => \"\"; }");

    /// <summary>ECRM1102 is asked about each property too.</summary>
    [Fact]
    public Task PropertyInTwoPartsThatNothingPermits_HasOneFindingOfThat() => Rules.VerifyWithContactAsync(
        "using Ethics.Crm;\npublic partial class Bag { [DataCategory(\"contact.phone\")] public partial string {|ECRM1106:{|ECRM1102:X|}|} { get; } public partial string X => \"\"; }");

    [Theory]
    [InlineData(Mail + "public string {|#0:X|} { get; set; } = \"\";", "it is not partial; make it partial")]
    [InlineData(Mail + "public static string {|#0:X|} { get; set; } = \"\";", "a static property cannot be guarded")]
    [InlineData(Mail + "public string {|#0:this|}[int i] => \"\";", "an indexer cannot be guarded")]
    [InlineData(Mail + "public string {|#0:X|} => \"\";", "it has accessors of its own; only an auto-property can be made partial and guarded")]
    [InlineData(Mail + "public string {|#0:X|} { get => field; set; } = \"\";", "it has accessors of its own; only an auto-property can be made partial and guarded")]
    [InlineData(Mail + "public partial string {|#0:X|} { get; } public partial string X => \"\";", "another part implements it, and only the generator's implementation asks the gate")]
    [InlineData("public record R(" + Mail + "string {|#0:X|});", "a positional parameter declares it; declare it in the record's body as a partial property", "R")]
    [InlineData("interface I { " + Mail + "string X { get; } } class C : I { string I.{|#0:X|} => \"\"; }", "an explicit interface implementation cannot be guarded; implement the interface implicitly", "C")]
    public Task Obstacle_IsNamed(string member, string reason, string type = "Bag") => Rules.VerifyAsync(
        $"using Ethics.Crm;\npublic partial class Bag {{ {member} }}",
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1106", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage($"'{(type == "Bag" ? "" : "Bag.")}{type}.{(member.Contains("this") ? "this[]" : "X")}' is labelled, but its reads are not intercepted at run time: {reason}")));

    [Fact]
    public Task LanguageWithoutPartialProperties_IsNamed() => Rules.VerifyAsync(
        "using Ethics.Crm;\npublic class Bag { " + Mail + "public string {|#0:X|} { get; set; } = \"\"; }",
        check =>
        {
            check.LanguageVersion = LanguageVersion.CSharp12;
            check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1106", DiagnosticSeverity.Warning).WithLocation(0)
                .WithMessage("'Bag.X' is labelled, but its reads are not intercepted at run time: C# 12.0 has no partial properties; C# 13 or later is needed"));
        });

    [Theory]
    [InlineData("public string {|#0:X|} { get; set; } = \"\";", "C# 13 cannot guard a property with an initialiser; C# 14 can")]
    [InlineData("public partial string {|#0:X|} { get; set; } = \"\";", "C# 13 cannot guard a property with an initialiser; C# 14 can")]
    [InlineData("public partial string {|#0:X|} { get; }", "C# 13 cannot guard a get-only property; C# 14 can")]
    [InlineData("public string {|#0:X|} { get; }", "C# 13 cannot guard a get-only property; C# 14 can")]
    [InlineData("[field: System.NonSerialized] public partial string {|#0:X|} { get; set; }", "C# 13 cannot guard a property with an attribute on its field; C# 14 can")]
    [InlineData("[property: System.Obsolete] public string {|#0:X|} { get; set; }", "it is not partial; make it partial")]
    [InlineData("public string {|#0:X|} { get; set; }", "it is not partial; make it partial")]
    [InlineData("public string {|#0:X|} { get; init; }", "it is not partial; make it partial")]
    public Task WhatNeedsTheFieldKeyword_IsNamedBeforeIt(string property, string reason) => Rules.VerifyAsync(
        "using Ethics.Crm;\npublic partial class Bag { " + Mail + property + " }",
        check =>
        {
            check.LanguageVersion = LanguageVersion.CSharp13;
            check.CompilerDiagnostics = CompilerDiagnostics.None;
            check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1106", DiagnosticSeverity.Warning).WithLocation(0)
                .WithMessage("'Bag.X' is labelled, but its reads are not intercepted at run time: " + reason));
        });

    [Theory]
    [InlineData("public partial string X { get; set; }", LanguageVersion.CSharp13)]
    [InlineData("public partial string X { get; set; } = \"\";", LanguageVersion.CSharp14)]
    public Task PartialPropertyThatTheGeneratorCanImplement_IsNotReported(string property, LanguageVersion version) => Rules.VerifyAsync(
        "using Ethics.Crm;\npublic partial class Bag { " + Mail + property + " }",
        check =>
        {
            check.LanguageVersion = version;
            check.CompilerDiagnostics = CompilerDiagnostics.None;
        });

    [Fact]
    public Task PositionalParameterBeforeTheFieldKeyword_IsNamed() => Rules.VerifyAsync(
        "using Ethics.Crm;\npublic record R(" + Mail + "string {|#0:X|});",
        check =>
        {
            check.LanguageVersion = LanguageVersion.CSharp13;
            check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1106", DiagnosticSeverity.Warning).WithLocation(0)
                .WithMessage("'R.X' is labelled, but its reads are not intercepted at run time: a positional parameter declares it, and C# 13 cannot guard such a property; C# 14 can"));
        });

    [Fact]
    public Task FirstPropertyThatNoFixCanGuard_LeavesTheOneFindingToTheFirstThatOneCan() => Rules.VerifyAsync(
        "using Ethics.Crm;\npublic class Bag { " + Mail + "public static string X { get; set; } = \"\"; " + Mail + "public string {|#0:Y|} { get; set; } = \"\"; }",
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1106", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("'Bag.Y' is labelled, but its reads are not intercepted at run time: it is not partial; make it partial; this project guards none of its 2 labelled properties")));

    [Fact]
    public Task GuardSwitchedOff_IsNamed() => Rules.VerifyAsync(
        "using Ethics.Crm;\npublic class Bag { " + Mail + "public string {|#0:X|} { get; set; } = \"\"; }",
        check =>
        {
            check.BuildProperties["EthicsCrmGuard"] = "false";
            check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1106", DiagnosticSeverity.Warning).WithLocation(0)
                .WithMessage("'Bag.X' is labelled, but its reads are not intercepted at run time: the MSBuild property EthicsCrmGuard is false; set it to true to guard"));
        });

    [Theory]
    [InlineData("public string X { get; set; } = \"\";")]
    [InlineData(Mail + "public string X = \"\";")]
    [InlineData("interface I { " + Mail + "string X { get; } }")]
    [InlineData("abstract class B { " + Mail + "public abstract string X { get; } }")]
    public Task UnlabelledFieldOrAbstract_IsNotReported(string member) => Rules.VerifyAsync($"using Ethics.Crm;\npublic class Bag {{ {member} }}");
}
