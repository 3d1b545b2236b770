// verdict: violation
// origin: blind
// channel: analytics
// source: Customer.Email
// proof: reaches
// why: One step of a pipeline leaves the address in the bag of the request, a later step takes it out for analytics.
using Ethics.Crm;

namespace PurposeBench.Cases.Services.PipelineItems;

public sealed class RequestContext
{
    public required Customer User { get; init; }

    public Dictionary<string, object?> Items { get; } = [];
}

public interface IStep
{
    Task InvokeAsync(RequestContext context, Func<Task> next);
}

[ForPurpose("support")]
public sealed class SignIn : IStep
{
    public async Task InvokeAsync(RequestContext context, Func<Task> next)
    {
        context.Items["user"] = context.User.Email;
        await next();
    }
}

[ForPurpose("analytics")]
public sealed class PageViews : IStep
{
    public Task InvokeAsync(RequestContext context, Func<Task> next)
    {
        if (context.Items.TryGetValue("user", out var user) && user is string name) //! ECRM2002
            Use.Analytics("viewed by " + name);
        return next();
    }
}

public sealed class Pipeline(params IStep[] steps)
{
    public Task RunAsync(RequestContext context, int from = 0) =>
        from == steps.Length ? Task.CompletedTask : steps[from].InvokeAsync(context, () => RunAsync(context, from + 1));
}

public static class Case
{
    public static Task Run() => new Pipeline(new SignIn(), new PageViews()).RunAsync(new RequestContext { User = Customers.Ada() });
}
