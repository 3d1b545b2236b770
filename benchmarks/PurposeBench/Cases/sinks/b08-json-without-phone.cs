// verdict: clean
// origin: blind
// channel: newsletter
// source: Reader.Phone
// proof: reaches
// why: The serialiser leaves the member out.
using System.Text.Json.Serialization;
using System.Text.Json;
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.B08JsonWithoutPhone;

[DataSubject("reader")]
public sealed class Reader
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.email"), CollectedFor("newsletter")]
    public string Address { get; init; } = "";

    [JsonIgnore]
    [DataCategory("contact.phone"), CollectedFor("support")]
    public string Phone { get; init; } = "";
}

[ForPurpose("newsletter")]
public static class ListExport
{
    public static void Write(Reader reader)
    {
        var json = JsonSerializer.Serialize(reader);
        Use.Newsletter(json);
    }
}

public static class Case
{
    public static void Run() => ListExport.Write(new Reader { Id = 9, Address = "reader", Phone = Mark.Text("Reader.Phone") });
}
