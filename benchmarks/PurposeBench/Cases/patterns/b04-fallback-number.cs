// verdict: violation
// origin: blind
// channel: newsletter
// source: Lead.Landline
// proof: reaches
// why: The second choice of a null-coalescing chain arrives where only the first one may.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.B04FallbackNumber;

[DataSubject("lead")]
public sealed class Lead
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.phone"), CollectedFor("support", "newsletter")]
    public string? Mobile { get; init; }

    [DataCategory("contact.phone"), CollectedFor("support")]
    public string? Landline { get; init; }
}

[ForPurpose("newsletter")]
public static class InvitationCall
{
    public static void Dial(string number) => Use.Newsletter(number);
}

public static class Dialler
{
    public static void Next(Lead? lead)
    {
        var number = lead?.Mobile ?? lead?.Landline ?? "0";
        InvitationCall.Dial(number); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Dialler.Next(new Lead { Id = 3, Landline = Mark.Text("Lead.Landline") });
}
