using Ethics.Crm.AspNetCore.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ethics.Crm.AspNetCore.Tests;

[Collection(OneHostAtATime.Name)]
public sealed class MinimalApiTests
{
    [Fact]
    public async Task Lambda_RunsForThePurposeOfItsMapping_AndOneWithoutForNone()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.MapGet("/support", () => Reading.Now()).ForPurpose("support");
            app.MapGet("/billing", () => Reading.Now()).WithName("bills").ForPurpose("billing").WithDisplayName("bills");
            app.MapGet("/none", () => Reading.Now());
        });

        Assert.Equal("support", await app.GetAsync("/support"));
        Assert.Equal("billing", await app.GetAsync("/billing"));
        Assert.Equal("NoScope", await app.GetAsync("/none"));
    }

    [Fact]
    public async Task SeveralPurposes_MustAllPermit()
    {
        await using var app = await TestApp.StartAsync(app =>
            app.MapGet("/", () => string.Join(" ", Reading.Outcome(() => new Contact().Name), Reading.Outcome(() => new Contact().Email), string.Join("+", PurposeScope.Current))).ForPurpose("support", "billing"));

        Assert.Equal("Anna NotPermitted support+billing", await app.GetAsync("/"));
    }

    [Fact]
    public async Task Group_IsADefault_AndWhatIsNearerCounts()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            var crm = app.MapGroup("/crm").ForPurpose("support");
            crm.MapGet("/ticket", () => Reading.Now());
            crm.MapGet("/invoice", () => Reading.Now()).ForPurpose("billing");
            crm.MapGet("/attribute", [ForPurpose("billing")] () => Reading.Now());
            crm.MapGroup("/inner").ForPurpose("billing").MapGet("/", () => Reading.Now());
        });

        Assert.Equal("support", await app.GetAsync("/crm/ticket"));
        Assert.Equal("billing", await app.GetAsync("/crm/invoice"));
        Assert.Equal("billing", await app.GetAsync("/crm/attribute"));
        Assert.Equal("billing", await app.GetAsync("/crm/inner"));
    }

    [Fact]
    public async Task AttributeOfALambda_OfAMethodAndOfItsClass_Counts()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.MapGet("/lambda", [ForPurpose("support")] () => Reading.Now());
            app.MapGet("/request", [ForPurpose("support")] (HttpContext context) => context.Response.WriteAsync(Reading.Now()));
            app.MapGet("/method", Handlers.Answer);
            app.MapGet("/class", Handlers.Class);
            app.MapGet("/nested", Handlers.Nested.Silent);
            app.MapGet("/instance", new Desk().Answer);
            app.MapGet("/override", new FrontDesk().Greet);
            app.MapGet("/none", Silent);
        });

        Assert.Equal("support", await app.GetAsync("/lambda"));
        Assert.Equal("support", await app.GetAsync("/request"));
        Assert.Equal("support", await app.GetAsync("/method"));
        Assert.Equal("billing", await app.GetAsync("/class"));
        Assert.Equal("billing", await app.GetAsync("/nested"));
        Assert.Equal("support", await app.GetAsync("/instance"));
        Assert.Equal("billing", await app.GetAsync("/override"));
        Assert.Equal("NoScope", await app.GetAsync("/none"));
    }

    [Fact]
    public async Task PolicyEntry_SpeaksForCodeThatSaysNothing_AlsoForALambdaInIt()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.MapGet("/method", OfPolicy.Bills.Answer);
            app.MapGet("/declared", OfPolicy.Bills.Declared);
            OfPolicy.Bills.Map(app);
        });

        Assert.Equal("billing", await app.GetAsync("/method"));
        Assert.Equal("support", await app.GetAsync("/declared"));
        Assert.Equal("billing", await app.GetAsync("/lambda"));
    }

    [Fact]
    public async Task MethodThatSaysNothing_WorksForItsMapping_AndALambdaRatherForItThanForTheClassAround()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.MapGet("/method", Silent).ForPurpose("support");
            app.MapGet("/local", Local).ForPurpose("support");
            Handlers.Map(app);
        });

        Assert.Equal("support", await app.GetAsync("/method"));
        Assert.Equal("support", await app.GetAsync("/local"));
        Assert.Equal("support", await app.GetAsync("/mapped"));
        Assert.Equal("billing", await app.GetAsync("/unmapped"));
        Assert.Equal("billing", await app.GetAsync("/inMethod"));

        static string Local() => Reading.Now();
    }

    [Fact]
    public async Task LambdaInOneOfTwoMethodsOfOneName_WorksForWhatBothDeclare()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            Overloads.Map(app);
            Overloads.Map(app, "/second");
            Overloads.MapAlone(app);
        });

        Assert.Equal("billing+support", await app.GetAsync("/first"));
        Assert.Equal("billing+support", await app.GetAsync("/second"));
        Assert.Equal("billing", await app.GetAsync("/alone"));
    }

    [Fact]
    public async Task RequestDelegate_RunsForThePurposeOfItsMapping()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.Map("/support", (RequestDelegate)(context => context.Response.WriteAsync(Reading.Now()))).ForPurpose("support");
            app.Map("/none", (RequestDelegate)(context => context.Response.WriteAsync(Reading.Now())));
            app.MapFallback((HttpContext context) => context.Response.WriteAsync(Reading.Now())).ForPurpose("billing");
        });

        Assert.Equal("support", await app.GetAsync("/support"));
        Assert.Equal("NoScope", await app.GetAsync("/none"));
        Assert.Equal("billing", await app.GetAsync("/anything"));
    }

    [Fact]
    public void NoPurposeAndABlankOne_AreRefusedAtOnce()
    {
        var routes = WebApplication.CreateBuilder().Build();

        Assert.Throws<ArgumentException>(() => routes.MapGet("/", () => "").ForPurpose());
        Assert.Throws<ArgumentException>(() => routes.MapGet("/", () => "").ForPurpose(" "));
        Assert.Throws<ArgumentNullException>(() => ((RouteHandlerBuilder)null!).ForPurpose("support"));
    }

    private static string Silent() => Reading.Now();

    [ForPurpose("billing")]
    private static class Handlers
    {
        [ForPurpose("support")]
        public static string Answer() => Reading.Now();

        public static string Class() => Reading.Now();

        public static void Map(IEndpointRouteBuilder app)
        {
            app.MapGet("/mapped", () => Reading.Now()).ForPurpose("support");
            app.MapGet("/unmapped", () => Reading.Now());
            MapInMethod(app);
        }

        [ForPurpose("billing")]
        private static void MapInMethod(IEndpointRouteBuilder app)
        {
            var here = "";
            app.MapGet("/inMethod", () => here + Reading.Now());
        }

        public static class Nested
        {
            public static string Silent() => Reading.Now();
        }
    }

    private static class Overloads
    {
        [ForPurpose("billing")]
        public static void Map(IEndpointRouteBuilder app) => app.MapGet("/first", () => string.Join("+", PurposeScope.Current.Order()));

        [ForPurpose("support")]
        public static void Map(IEndpointRouteBuilder app, string path) => app.MapGet(path, () => string.Join("+", PurposeScope.Current.Order()));

        [ForPurpose("billing")]
        public static void MapAlone(IEndpointRouteBuilder app) => app.MapGet("/alone", () => string.Join("+", PurposeScope.Current.Order()));
    }

    private interface IDesk
    {
        [ForPurpose("support")]
        string Answer();
    }

    private sealed class Desk : IDesk
    {
        public string Answer() => Reading.Now();
    }

    private abstract class AnyDesk
    {
        [ForPurpose("billing")]
        public abstract string Greet();
    }

    private sealed class FrontDesk : AnyDesk
    {
        public override string Greet() => Reading.Now();
    }
}
