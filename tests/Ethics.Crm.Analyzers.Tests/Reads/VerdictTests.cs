using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Reads;

/// <summary>Which refusals are ECRM2001, and what the sentence says.</summary>
public sealed class VerdictTests
{
    [Theory]
    [InlineData("""[DataCategory("contact.phone"), CollectedFor("support", "billing")]""", "marketing", "is collected for support and billing only but is read in 'Job.M' (marketing)")]
    [InlineData("""[CollectedFor("support")]""", "marketing", "is collected for support only but is read in 'Job.M' (marketing)")]
    [InlineData("""[DataCategory("contact.phone"), CollectedFor("marketing.email")]""", "marketing", "is collected for marketing.email only but is read in 'Job.M' (marketing)")]
    [InlineData("""[DataCategory("financial.card"), CollectedFor("support", "billing")]""", "support", "may not be used so ('financial.card' may serve only billing) but is read in 'Job.M' (support)")]
    [InlineData("""[DataCategory("hardship"), CollectedFor("support", "marketing")]""", "marketing", "may not be used so (rule 'no-subprime' denies 'hardship' for marketing) but is read in 'Job.M' (marketing)")]
    [InlineData("""[DataCategory("content.note"), CollectedFor("support", "marketing")]""", "marketing", "may not be used so ('content.note' was told in confidence, and marketing personalises) but is read in 'Job.M' (marketing)")]
    [InlineData("""[DataCategory("health"), CollectedFor("support", "care")]""", "support", "may not be used so ('health' is a special category, and support neither rests on consent nor names its Art. 9 ground) but is read in 'Job.M' (support)")]
    public Task Refusal_NamesWhatIsPermittedThenWhatHappened(string label, string purpose, string sentence) => Rules.VerifyAsync(
        $$"""
        using Ethics.Crm;
        public class Bag { {{label}} public string X = ""; }
        [ForPurpose("{{purpose}}")]
        public class Job { string M(Bag b) => b.{|#0:X|}; }
        """,
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM2001", DiagnosticSeverity.Warning).WithLocation(0).WithMessage("'Bag.X' " + sentence)));

    [Theory]
    [InlineData("""[DataCategory("contact.phone"), CollectedFor("marketing")]""", "marketing.email", "b.{|ECRM4001:X|}")]
    [InlineData("""[DataCategory("financial.invoice")]""", "fraud-prevention", "b.X")]
    [InlineData("""[DataCategory("health"), CollectedFor("care")]""", "care", "b.X")]
    public Task Permitted_IsNotReported(string label, string purpose, string read) => Rules.VerifyAsync(
        $$"""
        using Ethics.Crm;
        public class Bag { {{label}} public string X = ""; }
        [ForPurpose("{{purpose}}")]
        public class Job { string M(Bag b) => {{read}}; }
        """);

    [Theory]
    [InlineData("""[DataCategory("origin"), CollectedFor("support", "credit-offer")]""", "may not influence a decision ('origin' is protected, and credit-offer decides about people)")]
    [InlineData("""[DataCategory("hardship"), CollectedFor("support", "credit-offer")]""", "may not influence a decision (rule 'no-subprime' denies 'hardship' for credit-offer)")]
    public Task DecisionThatOnlyARuleOrProtectionForbids_IsToldAsAnInfluence(string label, string sentence) => Rules.VerifyAsync(
        $$"""
        using Ethics.Crm;
        public class Bag { {{label}} public string X = ""; }
        [ForPurpose("credit-offer")]
        public class Job { string M(Bag b) => b.{|#0:X|}; }
        """,
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM2004", DiagnosticSeverity.Warning).WithLocation(0).WithMessage($"'Bag.X' {sentence} but influences 'Job.M' (credit-offer)")));

    [Fact]
    public Task DecisionPurposeItWasNotCollectedFor_IsReportedEvenWhereARuleDenies() => Rules.VerifyAsync(
        """
        using Ethics.Crm;
        public class Bag { [DataCategory("hardship"), CollectedFor("support")] public string X = ""; }
        [ForPurpose("credit-offer")]
        public class Job { string M(Bag b) => b.{|ECRM2001:X|}; }
        """);

    [Fact]
    public Task SeveralPurposesOfTheCode_AllMustBePermittedAndTheRefusedAreNamed() => Rules.VerifyAsync(
        """
        using Ethics.Crm;
        public class Bag { [DataCategory("contact.email")] public string X = ""; }
        public class Job { [ForPurpose("support", "marketing", "billing")] string M(Bag b) => b.{|#0:X|}; }
        """,
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM2001", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("'Bag.X' is collected for support only but is read in 'Job.M' (marketing and billing)")));

    [Fact]
    public Task LabelsWithNothingInCommon_AreBothNamed() => Rules.VerifyAsync(
        """
        using Ethics.Crm;
        public interface IBag { [DataCategory("contact.email")] string X { get; } }
        public class Bag : IBag { [DataCategory("financial.invoice")] public string {|ECRM1102:{|ECRM1106:X|}|} => ""; }
        [ForPurpose("support")]
        public class Job { string M(Bag b) => b.{|#0:X|}; }
        """,
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM2001", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("'Bag.X' is collected for billing by 'Bag.X' and for support by 'IBag.X', which have nothing in common, but is read in 'Job.M' (support)")));

    [Theory]
    [InlineData("public class Bag { [Mail, Bill] public string {|ECRM1102:X|} = \"\"; }", "for support as 'contact.email' and for billing as 'financial.invoice'")]
    [InlineData("public class Bag { [DataCategory(\"financial.invoice\"), Mail] public string {|ECRM1102:X|} = \"\"; }", "for billing as 'financial.invoice' and for support as 'contact.email'")]
    [InlineData(
        "public interface IBag { [Bill] string X { get; } } public class Bag : IBag { [Mail, DataCategory(\"identity\")] public string {|ECRM1102:{|ECRM1106:X|}|} => \"\"; }",
        "for support as 'identity' by 'Bag.X', for support as 'contact.email' by 'Bag.X' and for billing by 'IBag.X'")]
    public Task LabelsOfOneMemberWithNothingInCommon_AreNamedByTheirCategories(string bag, string collected) => Rules.VerifyAsync(
        $$"""
        using System; using Ethics.Crm;
        [DataCategory("contact.email")] public sealed class MailAttribute : Attribute;
        [DataCategory("financial.invoice")] public sealed class BillAttribute : Attribute;
        {{bag}}
        [ForPurpose("support")]
        public class Job { string M(Bag b) => b.{|#0:X|}; }
        """,
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM2001", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage($"'Bag.X' is collected {collected}, which have nothing in common, but is read in 'Job.M' (support)")));

    [Fact]
    public Task CodeThatWorksForNothing_MayReadNothing() => Rules.VerifyAsync(
        """
        using Ethics.Crm;
        public class Bag { [DataCategory("contact.email")] public string X = ""; }
        public class Job { [{|ECRM1101:ForPurpose()|}] string M(Bag b) => b.{|ECRM2001:X|}; }
        """);
}
