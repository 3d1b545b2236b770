// verdict: violation
// origin: open
// channel: analytics
// source: Visit.Page
// proof: reaches
// why: Fields can be labelled too, and so can what is written from one into a plain field.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.LabelledField;

[DataSubject("visitor")]
public sealed class Visit
{
    [DataSubjectId]
    public int VisitorId;

    [DataCategory("online"), CollectedFor("support")]
    public string Page = "";
}

public sealed class Hint
{
    public string Topic = "";

    public int Weight;
}

[ForPurpose("support")]
public static class Assistant
{
    public static void Suggest(Visit visit, Hint hint)
    {
        hint.Weight = 3;
        hint.Topic = visit.Page;
    }
}

[ForPurpose("analytics")]
public static class Topics
{
    public static void Count(Hint hint) => Use.Analytics(hint.Topic); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var hint = new Hint();
        Assistant.Suggest(new Visit { VisitorId = 7, Page = Mark.Text("Visit.Page") }, hint);
        Topics.Count(hint);
    }
}
