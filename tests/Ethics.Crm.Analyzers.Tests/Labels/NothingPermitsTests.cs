using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Labels;

public sealed class NothingPermitsTests
{
    [Fact]
    public Task LabelWithoutPurposes_IsReportedWithTheRemedy() => Rules.VerifyAsync(
        """
        using Ethics.Crm;
        public class Bag { [DataCategory("contact.phone")] public string {|#0:Phone|} = ""; }
        """,
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1102", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("'Bag.Phone' is labelled 'contact.phone', but no purpose permits it: add [CollectedFor], or collectedFor to its category in the policy")));

    [Theory]
    [InlineData("financial.card", "'financial.card' may serve only billing")]
    [InlineData("health", "'health' is a special category, and support neither rests on consent nor names its Art. 9 ground")]
    public Task PurposesThatAreTakenBack_TheMessageSaysByWhat(string category, string because) => Rules.VerifyAsync(
        $$"""
        using Ethics.Crm;
        public class Bag { [DataCategory("{{category}}"), CollectedFor("support")] public string {|#0:Value|} = ""; }
        """,
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM1102", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage($"'Bag.Value' is labelled '{category}', but no purpose permits it: what it was collected for is taken back, because {because}")));

    [Theory]
    [InlineData("[DataCategory(\"contact.phone\")] public string {|ECRM1102:F|} = \"\";")]
    [InlineData("public void M([DataCategory(\"contact.phone\")] string {|ECRM1102:p|}) { }")]
    [InlineData("[return: DataCategory(\"contact.phone\")] public string {|ECRM1102:M|}() => \"\";")]
    [InlineData("[DataCategory(\"financial.card\"), CollectedFor(\"support\")] public string {|ECRM1102:F|} = \"\";")]
    [InlineData("[DataCategory(\"health\"), CollectedFor(\"support\")] public string {|ECRM1102:F|} = \"\";")]
    [InlineData("record Card([DataCategory(\"contact.phone\")] string {|ECRM1102:{|ECRM1106:Phone|}|});")]
    [InlineData("[Phone] public string {|ECRM1102:F|} = \"\"; [DataCategory(\"contact.phone\")] class PhoneAttribute : System.Attribute { }")]
    [InlineData("interface I { [DataCategory(\"contact.phone\")] string {|ECRM1102:P|} { get; } } class C : I { public string {|ECRM1106:P|} => \"\"; }")]
    public Task Gap_IsReportedOnceWhereItIsSaid(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("[DataCategory(\"contact.email\")] public string F = \"\";")]
    [InlineData("[DataCategory(\"contact.phone\"), CollectedFor(\"support\")] public string F = \"\";")]
    [InlineData("[CollectedFor(\"support\")] public string F = \"\";")]
    [InlineData("[DataCategory({|ECRM1101:\"nothing\"|})] public string F = \"\";")]
    [InlineData("[DataCategory(\"contact.phone\"), CollectedFor({|ECRM1101:\"suport\"|})] public string F = \"\";")]
    [InlineData("public string F = \"\";")]
    public Task PermittedOrToldElsewhere_IsNotReported(string member) => VerifyAsync(member);

    private static Task VerifyAsync(string member) => Rules.VerifyAsync($"using Ethics.Crm;\npublic class Bag {{ {member} }}");
}
