// verdict: violation
// origin: open
// channel: marketing
// source: Visit.Remark
// proof: reaches
// why: What was said in confidence is not for a purpose that personalises, even where it was collected for it.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.InConfidence;

[DataSubject("visitor")]
public sealed class Visit
{
    [DataSubjectId]
    public int Visitor { get; init; }

    [DataCategory("content.note"), CollectedFor("support", "marketing")]
    public string Remark { get; init; } = "";
}

[ForPurpose("support")]
public static class Summary
{
    public static (string Text, bool Open) Of(Visit visit) => (visit.Remark.Trim(), true);
}

[ForPurpose("marketing")]
public static class Teaser
{
    public static void Write(Visit visit)
    {
        var (text, _) = Summary.Of(visit); //! ECRM2002
        Use.Marketing(text);
    }
}

public static class Case
{
    public static void Run() => Teaser.Write(new Visit { Visitor = 7, Remark = Mark.Text("Visit.Remark") });
}
