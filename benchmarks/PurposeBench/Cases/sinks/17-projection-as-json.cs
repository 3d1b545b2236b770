// verdict: clean
// origin: open
// channel: newsletter
// source: Member.Phone
// proof: reaches
// why: The page is projected to what the newsletter may have before it is serialised.
using System.Text.Json;
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.ProjectionAsJson;

[DataSubject("member")]
public sealed class Member
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.newsletter"), CollectedFor("newsletter")]
    public string Mail { get; init; } = "";

    [DataCategory("contact.phone"), CollectedFor("support")]
    public string Phone { get; init; } = "";
}

public sealed record PageOf<T>(int Number, T[] Rows);

[ForPurpose("newsletter")]
public static class Export
{
    public static void Write(PageOf<Member> page)
    {
        var rows = page.Rows.Select(member => new { member.Id, member.Mail });
        Use.Newsletter(JsonSerializer.Serialize(rows));
    }
}

public static class Case
{
    public static void Run() => Export.Write(new PageOf<Member>(1, [new Member { Id = 7, Mail = Mark.Text("Member.Mail"), Phone = Mark.Text("Member.Phone") }]));
}
