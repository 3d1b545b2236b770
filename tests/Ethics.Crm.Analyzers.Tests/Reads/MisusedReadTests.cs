using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ethics.Crm.Analyzers.Tests.Reads;

public sealed class MisusedReadTests
{
    [Fact]
    public Task ReadForAnotherPurpose_IsReportedAtTheNameWithTheWholeSentence() => Rules.VerifyWithContactAsync(
        """
        using Acme.Crm; using Ethics.Crm;
        [ForPurpose("marketing")]
        public class NewsletterJob
        {
            public string Send(Contact contact) => contact.{|#0:Email|};
        }
        """,
        check => check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM2001", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("'Contact.Email' is collected for support only but is read in 'NewsletterJob.Send' (marketing)")));

    [Fact]
    public Task ReadForItsOwnPurpose_IsNotReported() => Rules.VerifyWithContactAsync(
        """
        using Acme.Crm; using Ethics.Crm;
        [ForPurpose("support")]
        public class Desk
        {
            public string Answer(Contact contact) => contact.Email;
        }
        """);
}
