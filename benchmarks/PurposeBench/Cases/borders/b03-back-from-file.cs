// verdict: violation
// origin: blind
// channel: newsletter
// source: CallRow.Phone
// proof: reaches
// why: What comes back from a file carries the label of the member that it comes back into.
using System.Text.Json;
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.B03BackFromFile;

[DataSubject("caller")]
public sealed class CallRow
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.phone"), CollectedFor("support")]
    public string Phone { get; set; } = "";
}

[ForPurpose("support")]
public static class CallLog
{
    public static void Save(string path, List<CallRow> rows) => File.WriteAllText(path, JsonSerializer.Serialize(rows));
}

[ForPurpose("newsletter")]
public static class TextMessageImport
{
    public static void Read(string path)
    {
        foreach (var row in JsonSerializer.Deserialize<List<CallRow>>(File.ReadAllText(path))!)
        {
            var number = row.Phone; //! ECRM2001
            Use.Newsletter(number);
        }
    }
}

public static class Case
{
    public static void Run()
    {
        var path = Path.GetTempFileName();
        try
        {
            CallLog.Save(path, [new CallRow { Id = 7, Phone = Mark.Text("CallRow.Phone") }]);
            TextMessageImport.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
