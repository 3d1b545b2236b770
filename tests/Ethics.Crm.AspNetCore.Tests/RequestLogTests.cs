using System.Collections;
using System.Reflection;
using System.Security.Claims;
using Ethics.Crm.AspNetCore.Tests.Fixtures;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.AspNetCore.Tests;

/// <summary>What carries an object through a request, in a log with a provider that takes to pieces what it gets.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class RequestLogTests
{
    public static TheoryData<string> Carriers =>
    [
        "items of a request", "request", "response", "feature", "route", "tokens of a route", "action", "arguments", "result of an action", "result of a filter", "controller", "hub", "one of several results", "result", "view", "model of a view",
        "metadata", "state of a model", "ticket", "answer who asks", "payload of a diagnostic",
    ];

    [Theory, MemberData(nameof(Carriers))]
    public void Labelled_IsRedacted_AndTheSameWithoutIsPassedOnAsItIs(string carrier)
    {
        var provider = new Pieces();
        using (var plain = LoggerFactory.Create(b => b.AddProvider(provider)))
            plain.CreateLogger("control").LogInformation("Seen {@Value}", Carrier(carrier, new Marked("secret")));
        Assert.Contains("secret", Assert.Single(provider.Shown), StringComparison.Ordinal);

        var services = new ServiceCollection();
        services.AddLogging(b => b.AddProvider(provider)).AddEthicsCrm().AddLogRedaction();
        using var all = services.BuildServiceProvider();
        var logger = all.GetRequiredService<ILogger<RequestLogTests>>();
        logger.LogInformation("Seen {@Value}", Carrier(carrier, new Marked("secret")));
        Assert.EndsWith(": redacted]", Assert.IsType<string>(provider.Values[^1]), StringComparison.Ordinal);

        var open = Carrier(carrier, new Plain("public"));
        logger.LogInformation("Seen {@Value}", open);
        Assert.Same(open, provider.Values[^1]);
        Assert.Contains("public", provider.Shown[^1], StringComparison.Ordinal);
    }

    /// <summary>The server's own features are one object, which is a sequence of itself.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RequestOfARealServer_IsRedacted_OnlyWhereItCarriesALabelledObject(bool labelled)
    {
        var provider = new Pieces { OnlyKeeps = true };
        await using var app = await TestApp.StartAsync(
            all => all.MapGet("/seen", (HttpContext context, ILogger<RequestLogTests> logger) =>
            {
                context.Items["who"] = labelled ? new Marked("secret") : new Plain("public");
                logger.LogInformation("Seen {Value}", context);
                return ReferenceEquals(provider.Values[^1], context);
            }),
            all => all.AddLogging(b => b.AddProvider(provider)).AddEthicsCrm().AddLogRedaction());

        Assert.Equal(labelled ? "false" : "true", await app.GetAsync("/seen"));
    }

    private static object Carrier(string carrier, object one)
    {
        var context = new DefaultHttpContext();
        var action = new ActionContext(context, new RouteData(), new ActionDescriptor());
        switch (carrier)
        {
            case "feature":
                context.Features.Set<IDisposable>(new Feature(one));
                return context;
            case "route":
                action.RouteData.Values["a"] = one;
                return action.RouteData;
            case "tokens of a route":
                action.RouteData.DataTokens["a"] = one;
                return action.RouteData;
            case "arguments":
                return new ActionExecutingContext(action, [], new Dictionary<string, object?> { ["a"] = one }, new object());
            case "result of an action":
                return new ActionExecutedContext(action, [], new object()) { Result = new ObjectResult(one) };
            case "result of a filter":
                return new ResultExecutingContext(action, [], new JsonResult(one), new object());
            case "one of several results":
                return (Results<Ok<object>, NotFound>)TypedResults.Ok(one);
            case "result":
                return Results.Ok(one);
            case "view":
                return new ViewResult { ViewData = View(one) };
            case "model of a view":
                return new ViewResult { ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = one } };
            case "metadata":
                return new Endpoint(null, new EndpointMetadataCollection(one), "a");
            case "state of a model":
                action.ModelState.SetModelValue("a", one, "text");
                return action.ModelState;
            case "ticket":
                return new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity { BootstrapContext = one }), "a");
            case "answer who asks":
                return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity { BootstrapContext = one }), "a"));
        }

        context.Items["a"] = one;
        return carrier switch
        {
            "items of a request" => context,
            "request" => context.Request,
            "response" => context.Response,
            "action" => action,
            "controller" => new Desk { ControllerContext = new ControllerContext { HttpContext = context } },
            "hub" => new Hub { Context = new Caller(one) },
            _ => new { Context = context },
        };
    }

    private static ViewDataDictionary View(object one) => new(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { ["a"] = one };

    public sealed record Marked([property: DataCategory("contact.email"), CollectedFor("support")] string Text);

    public sealed record Plain(string Text);

    private sealed class Feature(object one) : IDisposable
    {
        public object One { get; } = one;

        public void Dispose()
        {
        }
    }

    private sealed class Desk : ControllerBase;

    private sealed class Hub : Microsoft.AspNetCore.SignalR.Hub;

    private sealed class Caller(object one) : Microsoft.AspNetCore.SignalR.HubCallerContext
    {
        public override string ConnectionId => "a";

        public override string? UserIdentifier => null;

        public override ClaimsPrincipal? User => null;

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?> { ["a"] = one };

        public override Microsoft.AspNetCore.Http.Features.IFeatureCollection Features => new Microsoft.AspNetCore.Http.Features.FeatureCollection();

        public override CancellationToken ConnectionAborted => default;

        public override void Abort()
        {
        }
    }

    private sealed class Pieces : ILoggerProvider, ILogger
    {
        public bool OnlyKeeps { get; init; }

        public List<object?> Values { get; } = [];

        public List<string> Shown { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (state is not IReadOnlyList<KeyValuePair<string, object?>> { Count: 2 } values || values[0].Key.TrimStart('@') != "Value")
                return;
            Values.Add(values[0].Value);
            if (!OnlyKeeps)
                Shown.Add(TextOf(values[0].Value, 0, new(ReferenceEqualityComparer.Instance)));
        }

        public void Dispose()
        {
        }

        private static string TextOf(object? value, int depth, HashSet<object> seen)
        {
            if (depth == 8 || value is null or IConvertible or Type or Assembly or MemberInfo or Module || (!value.GetType().IsValueType && !seen.Add(value)))
                return value as string ?? "";
            if (value is IEnumerable several)
                return string.Join(" ", several.Cast<object?>().Select(one => TextOf(one, depth + 1, seen)));
            return string.Join(" ", value.GetType().GetProperties().Where(static one => one.GetMethod is { IsStatic: false } && one.GetIndexParameters().Length == 0).Select(one => Part(one, value, depth, seen)));
        }

        private static string Part(PropertyInfo property, object of, int depth, HashSet<object> seen)
        {
            try
            {
                return TextOf(property.GetValue(of), depth + 1, seen);
            }
            catch (Exception e) when (e is TargetInvocationException or NotSupportedException or InvalidOperationException)
            {
                return "";
            }
        }
    }
}
