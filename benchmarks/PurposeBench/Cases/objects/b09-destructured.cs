// verdict: violation
// origin: blind
// channel: log
// source: Lead.Company
// proof: reaches
// why: "@" asks the logger to keep the whole object, labelled members included.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Objects.Destructured;

[DataSubject("lead")]
public sealed class Lead
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("identity.name"), CollectedFor("marketing")]
    public string Company { get; init; } = "";
}

public sealed class ImportResult
{
    public int Line { get; init; }

    public Lead? Lead { get; init; }
}

[ForPurpose("marketing")]
public sealed class LeadImport(ILogger<LeadImport> logger)
{
    public void Import(Lead lead)
    {
        var result = new ImportResult { Line = 3, Lead = lead };
        logger.LogInformation("Imported {@Result}", result); //! ECRM3002
    }
}

public static class Case
{
    public static void Run() => new LeadImport(Logs.Of<LeadImport>()).Import(new Lead { Id = 7, Company = Mark.Text("Lead.Company") });
}
