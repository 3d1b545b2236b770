// verdict: clean
// origin: open
// channel: analytics
// source: Member.Phone
// proof: reaches
// why: Reflection reads every field; the analysts take the one behind the segment.
using System.Reflection;
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.BackingFieldSegment;

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
    public static void Count(Dictionary<string, object?> snapshot) => Use.Analytics(snapshot["<Segment>k__BackingField"]);
}

public static class Case
{
    public static void Run() => Funnel.Count(Snapshots.Of(new Member { Id = 7, Phone = Mark.Text("Member.Phone") }));
}
