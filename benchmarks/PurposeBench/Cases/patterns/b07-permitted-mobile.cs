// verdict: clean
// origin: blind
// channel: newsletter
// source: Lead.Landline
// proof: reaches
// why: The chain stops at the number that the newsletter may have; the other one is asked for by support only.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.B07PermittedMobile;

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
        if (lead is { Landline: not null, Mobile: var mobile })
            InvitationCall.Dial(mobile ?? "0");
        CallBack(lead?.Landline ?? lead?.Mobile ?? "0");
    }

    [ForPurpose("support")]
    private static void CallBack(string number) => Use.Support(number);
}

public static class Case
{
    public static void Run() => Dialler.Next(new Lead { Id = 3, Mobile = "555-0100", Landline = Mark.Text("Lead.Landline") });
}
