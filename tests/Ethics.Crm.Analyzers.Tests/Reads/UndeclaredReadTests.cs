using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Reads;

public sealed class UndeclaredReadTests
{
    private const string Undeclared = """
        using Acme.Crm;
        public class Helper { public string Mail(Contact c) => c.Email; }
        """;

    [Fact]
    public Task UndeclaredCode_IsSilentByDefault() => Rules.VerifyWithContactAsync(Undeclared);

    [Fact]
    public Task UndeclaredCode_IsReportedWhenStrict() => Rules.VerifyWithContactAsync(
        Undeclared.Replace("c.Email", "c.{|#0:Email|}"),
        check =>
        {
            check.BuildProperties["EthicsCrmStrict"] = "true";
            check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM2005", DiagnosticSeverity.Warning).WithLocation(0)
                .WithMessage("'Contact.Email' is collected for support only but is read in 'Helper.Mail', which declares no purpose; declare one with [ForPurpose] or a PurposeScope"));
        });

    [Fact]
    public Task UndeclaredCode_IsReportedWhereTheRuleIsAskedFor() => Rules.VerifyWithContactAsync(
        Undeclared.Replace("c.Email", "c.{|#0:Email|}"),
        check =>
        {
            check.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.ECRM2005.severity = warning\n"));
            check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM2005", DiagnosticSeverity.Warning).WithLocation(0));
        });

    [Fact]
    public Task DeclaredAndUnknownCode_IsNoneOfItsBusiness() => Rules.VerifyWithContactAsync(
        """
        using Acme.Crm; using Ethics.Crm;
        public class Helper
        {
            [ForPurpose("support")] public string Mail(Contact c) => c.Email;
            public void Scoped(Contact c, string purpose) { using (PurposeScope.{|ECRM9001:Enter|}(purpose)) _ = c.Email; }
            public void Write(Contact c) => c.Email = nameof(c.Email);
        }
        """,
        check =>
        {
            check.BuildProperties["EthicsCrmStrict"] = "true";
            check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM9000", DiagnosticSeverity.Warning));
        });
}
