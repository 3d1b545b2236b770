// verdict: violation
// origin: open
// channel: analytics
// source: Member.Phone
// proof: reaches
// why: Reflection reads every field: that behind a property has a name which no source contains.
using System.Reflection;
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.BackingField;

[DataSubject("member")]
public sealed class Member
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.phone"), CollectedFor("support")]
    public string Phone { get; init; } = "";

    public string Segment { get; init; } = "standard";
}

[ForPurpose("support")]
public static class Snapshots
{
    public static Dictionary<string, object?> Of(Member member) => typeof(Member)
        .GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
        .ToDictionary(static field => field.Name, field => field.GetValue(member), StringComparer.Ordinal);
}

[ForPurpose("analytics")]
public static class Funnel
{
    public static void Count(Dictionary<string, object?> snapshot) => Use.Analytics(snapshot["<Phone>k__BackingField"]); //! ECRM2002
}

public static class Case
{
    public static void Run() => Funnel.Count(Snapshots.Of(new Member { Id = 7, Phone = Mark.Text("Member.Phone") }));
}
