// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A middleware of support leaves the address in the items of the request; the next one works for the newsletter.
using Ethics.Crm;
using Microsoft.AspNetCore.Http;

namespace PurposeBench.Cases.Services.MiddlewareItems;

[ForPurpose("support")]
public sealed class IdentifyCaller(RequestDelegate next, Customer customer)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Items["caller"] = customer.Email;
        return next(context);
    }
}

[ForPurpose("newsletter")]
public sealed class SignUpBanner(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Items["caller"] is string address) //! ECRM2002
            Use.Newsletter("Subscribe " + address);
        await next(context);
    }
}

public static class Case
{
    public static Task Run()
    {
        RequestDelegate end = static _ => Task.CompletedTask;
        var banner = new SignUpBanner(end);
        var identify = new IdentifyCaller(banner.InvokeAsync, Customers.Ada());
        return identify.InvokeAsync(new DefaultHttpContext());
    }
}
