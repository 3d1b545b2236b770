// verdict: violation
// origin: open
// channel: newsletter
// source: Member.Phone
// proof: reaches
// why: The newsletter serialises a page of members; one property of a member is not for the newsletter.
using System.Text.Json;
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.WholeObjectAsJson;

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
        var json = JsonSerializer.SerializeToUtf8Bytes(page); //! ECRM3004
        Use.Newsletter(json);
    }
}

public static class Case
{
    public static void Run() => Export.Write(new PageOf<Member>(1, [new Member { Id = 7, Mail = Mark.Text("Member.Mail"), Phone = Mark.Text("Member.Phone") }]));
}
