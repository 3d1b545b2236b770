// verdict: violation
// origin: blind
// channel: newsletter
// source: Member.Phone
// proof: reaches
// why: Serialising the member takes every property along, the phone number too.
using System.Text.Json;
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.WholeExport;

[DataSubject("club-member")]
public sealed class Member
{
    [DataSubjectId]
    public int Number { get; init; }

    [DataCategory("contact.email"), CollectedFor("support", "newsletter")]
    public string Email { get; init; } = "";

    [DataCategory("contact.phone"), CollectedFor("support")]
    public string Phone { get; init; } = "";
}

[ForPurpose("newsletter")]
public static class IssueExport
{
    public static string Write(Member member)
    {
        var options = new JsonSerializerOptions { WriteIndented = false };
        return JsonSerializer.Serialize(member, options); //! ECRM3004
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Publish(Member member) => Use.Newsletter(IssueExport.Write(member));
}

public static class Case
{
    public static void Run() => Issue.Publish(new Member { Number = 7, Email = Mark.Text("Member.Email"), Phone = Mark.Text("Member.Phone") });
}
