// verdict: violation
// origin: open
// channel: newsletter
// source: Member.Phone
// proof: reaches
// why: A serialiser that is told the type at run time writes every property of it.
using System.Xml.Serialization;
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.WholeObjectAsXml;

[DataSubject("member")]
public sealed class Member
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.newsletter"), CollectedFor("newsletter")]
    public string Mail { get; set; } = "";

    [DataCategory("contact.phone"), CollectedFor("support")]
    public string Phone { get; set; } = "";
}

[ForPurpose("newsletter")]
public static class Feed
{
    public static void Write(Member member)
    {
        using var writer = new StringWriter();
        new XmlSerializer(member.GetType()).Serialize(writer, member); //! ECRM3004
        Use.Newsletter(writer.ToString());
    }
}

public static class Case
{
    public static void Run() => Feed.Write(new Member { Id = 7, Mail = Mark.Text("Member.Mail"), Phone = Mark.Text("Member.Phone") });
}
