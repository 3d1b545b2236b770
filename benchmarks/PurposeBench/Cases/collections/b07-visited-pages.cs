// verdict: violation
// origin: blind
// channel: marketing
// source: Visitor.Pages
// proof: reaches
// why: The label of a list labels its elements; the last page was recorded for analytics.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.VisitedPages;

[DataSubject("visitor")]
public sealed class Visitor
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("online"), CollectedFor("analytics")]
    public List<string> Pages { get; } = [];
}

[ForPurpose("analytics")]
public static class ExitPages
{
    public static Dictionary<int, string[]> LastTwo(IEnumerable<Visitor> visitors)
    {
        var last = new Dictionary<int, string[]>();
        foreach (var visitor in visitors)
            last[visitor.Id] = [.. visitor.Pages.GetRange(visitor.Pages.Count - 2, 2)];
        return last;
    }
}

[ForPurpose("marketing")]
public static class AbandonedCart
{
    public static void Remind(Visitor visitor)
    {
        var pages = ExitPages.LastTwo([visitor]);
        Use.Marketing("Still interested in " + pages[visitor.Id][^1]); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => AbandonedCart.Remind(new Visitor { Id = 7, Pages = { "/", "/shop", Mark.Text("Visitor.Pages") } });
}
