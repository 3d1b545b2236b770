// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Note
// proof: reaches
// why: A step that support adds has the note captured; whoever runs the steps gets it in the text.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.FooterSteps;

public sealed class TextPipeline
{
    private readonly List<Func<string, string>> _steps = [];

    public TextPipeline Then(Func<string, string> step)
    {
        _steps.Add(step);
        return this;
    }

    public string Render(string text)
    {
        foreach (var step in _steps)
            text = step(text);
        return text;
    }
}

[ForPurpose("support")]
public static class CaseSummary
{
    public static void AddTo(TextPipeline pipeline, Customer customer)
    {
        var note = customer.Note;
        pipeline.Then(static text => text.Trim()).Then(text => text + Environment.NewLine + "Last time: " + note);
    }
}

[ForPurpose("marketing")]
public static class OfferMail
{
    public static void Compose(TextPipeline pipeline) => Use.Marketing(pipeline.Render(" Two months free. ")); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var pipeline = new TextPipeline();
        CaseSummary.AddTo(pipeline, Customers.Ada());
        OfferMail.Compose(pipeline);
    }
}
