// verdict: violation
// origin: blind
// channel: newsletter
// source: Reader.Phone
// proof: reaches
// why: Serialising the whole object takes the member along that was not collected for the newsletter.
using System.Text.Json;
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.B04ReaderAsJson;

[DataSubject("reader")]
public sealed class Reader
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.email"), CollectedFor("newsletter")]
    public string Address { get; init; } = "";

    [DataCategory("contact.phone"), CollectedFor("support")]
    public string Phone { get; init; } = "";
}

[ForPurpose("newsletter")]
public static class ListExport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Write(Reader reader)
    {
        var json = JsonSerializer.Serialize(reader, Indented); //! ECRM3004
        Use.Newsletter(json);
    }
}

public static class Case
{
    public static void Run() => ListExport.Write(new Reader { Id = 9, Address = "reader", Phone = Mark.Text("Reader.Phone") });
}
