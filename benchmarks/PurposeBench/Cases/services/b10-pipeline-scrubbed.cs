// verdict: clean
// origin: blind
// channel: analytics
// source: Customer.Email
// proof: differs
// why: Between sign-in and page views a step puts a constant where the address was.
using Ethics.Crm;

namespace PurposeBench.Cases.Services.PipelineScrubbed;

public sealed class RequestContext
{
    public required Customer User { get; init; }

    public string? Visitor { get; set; }
}

public interface IStep
{
    void Invoke(RequestContext context);
}

[ForPurpose("support")]
public sealed class SignIn : IStep
{
    public void Invoke(RequestContext context)
    {
        context.Visitor = context.User.Email;
        Use.Support(context.Visitor);
    }
}

public sealed class Scrub(IStep inner) : IStep
{
    public void Invoke(RequestContext context)
    {
        inner.Invoke(context);
        context.Visitor = "signed in";
    }
}

[ForPurpose("analytics")]
public sealed class PageViews(IStep before) : IStep
{
    public void Invoke(RequestContext context)
    {
        before.Invoke(context);
        Use.Analytics(context.Visitor ?? "guest");
    }
}

public static class Case
{
    public static void Run()
    {
        IStep pipeline = new PageViews(new Scrub(new SignIn()));
        pipeline.Invoke(new RequestContext { User = Customers.Ada() });
    }
}
