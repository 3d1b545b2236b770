// verdict: violation
// origin: blind
// channel: exception
// source: LeadRow.Phone
// proof: reaches
// why: The row is joined for the message of the exception that the import ends with.
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.ImportRow;

[DataSubject("lead")]
public sealed record LeadRow
{
    [DataSubjectId]
    public string Reference { get; init; } = "";

    public string City { get; init; } = "";

    [DataCategory("contact.phone"), CollectedFor("marketing")]
    public string Phone { get; init; } = "";
}

public sealed class ImportFailedException(string message) : Exception(message);

[ForPurpose("marketing")]
public static class LeadImport
{
    public static void Import(LeadRow row, int line)
    {
        var cells = string.Join(" | ", row.City, row.Phone);
        if (row.City.Length == 0)
            throw new ImportFailedException($"Line {line} has no city: {cells}"); //! ECRM3003
    }
}

public static class Case
{
    public static void Run() => LeadImport.Import(new LeadRow { Reference = "L-12", Phone = Mark.Text("LeadRow.Phone") }, 12);
}
