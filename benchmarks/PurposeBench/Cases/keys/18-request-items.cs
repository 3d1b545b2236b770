// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Name
// proof: reaches
// why: The items of a request lie under a key that is an object of its own.
using Ethics.Crm;
using Microsoft.AspNetCore.Http;

namespace PurposeBench.Cases.Keys.RequestItems;

public static class CurrentUser
{
    private static readonly object Key = new();

    public static void Set(HttpContext context, string name) => context.Items[Key] = name;

    public static string? Get(HttpContext context) => context.Items.TryGetValue(Key, out var name) ? name as string : null;
}

[ForPurpose("support")]
public static class SignIn
{
    public static Task InvokeAsync(HttpContext context, Customer customer, RequestDelegate next)
    {
        CurrentUser.Set(context, customer.Name);
        return next(context);
    }
}

[ForPurpose("analytics")]
public static class PageViews
{
    public static Task InvokeAsync(HttpContext context)
    {
        var user = CurrentUser.Get(context); //! ECRM2002
        Use.Analytics("seen by " + user);
        return Task.CompletedTask;
    }
}

public static class Case
{
    public static Task Run() => SignIn.InvokeAsync(new DefaultHttpContext(), Customers.Ada(), PageViews.InvokeAsync);
}
