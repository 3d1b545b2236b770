using Ethics.Crm.AspNetCore.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.AspNetCore.Tests;

[Collection(OneHostAtATime.Name)]
public sealed class ControllerTests
{
    [Fact]
    public async Task Action_RunsForItsAttribute_ElseForThatOfItsController_ElseForNone()
    {
        await using var app = await TestApp.StartAsync(app => app.MapControllers(), AddControllers);

        Assert.Equal("support", await app.GetAsync("/desk/class"));
        Assert.Equal("billing", await app.GetAsync("/desk/action"));
        Assert.Equal("NoScope", await app.GetAsync("/silent"));
    }

    [Fact]
    public async Task InheritedAction_WorksForTheControllerThatIsAsked_UnlessItsOwnSaysSomething()
    {
        await using var app = await TestApp.StartAsync(app => app.MapControllers(), AddControllers);

        Assert.Equal("support", await app.GetAsync("/desk/inherited"));
        Assert.Equal("billing", await app.GetAsync("/desk/inheritedDeclared"));
    }

    [Fact]
    public async Task Mapping_HoldsForControllersThatSayNothing()
    {
        await using var app = await TestApp.StartAsync(app => app.MapControllers().ForPurpose("billing"), AddControllers);

        Assert.Equal("billing", await app.GetAsync("/silent"));
        Assert.Equal("support", await app.GetAsync("/desk/class"));
    }

    [Fact]
    public async Task ConventionalRoute_IsBoundToo()
    {
        await using var app = await TestApp.StartAsync(app => app.MapControllerRoute("default", "old/{controller}/{action}"), AddControllers);

        Assert.Equal("billing", await app.GetAsync("/old/Conventional/Answer"));
        Assert.Equal("NoScope", await app.GetAsync("/old/Conventional/Silent"));
    }

    [Fact]
    public async Task DynamicRoute_IsBoundToo()
    {
        await using var app = await TestApp.StartAsync(app => app.MapDynamicControllerRoute<ToConventional>("dynamic/{action}"), services =>
        {
            AddControllers(services);
            services.AddSingleton<ToConventional>();
        });

        Assert.Equal("billing", await app.GetAsync("/dynamic/Answer"));
        Assert.Equal("NoScope", await app.GetAsync("/dynamic/Silent"));
    }

    [Fact]
    public async Task FiltersAndSerialisation_AreInside()
    {
        await using var app = await TestApp.StartAsync(app => app.MapControllers(), AddControllers);

        var support = await app.Client.GetAsync("/desk/whole");
        Assert.Contains("anna@fabrikam.example", await support.Content.ReadAsStringAsync());
        Assert.Equal("support", support.Headers.GetValues("resource").Single());
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, await app.StatusAsync("/silent/whole"));
    }

    [Fact]
    public async Task UnknownPurposeOfAnAction_FailsTheStart()
    {
        var failure = await TestApp.FailureAsync(app => app.MapControllers(), services => AddControllers(services, typeof(MisspelledController)));

        Assert.Contains("MisspelledController.Get", failure);
        Assert.Contains("is for 'suport'", failure);
    }

    private static void AddControllers(IServiceCollection services) => AddControllers(services, typeof(DeskController), typeof(SilentController), typeof(ConventionalController));

    private static void AddControllers(IServiceCollection services, params Type[] controllers) =>
        services.AddControllers().ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Clear();
            parts.FeatureProviders.Clear();
            parts.ApplicationParts.Add(new Only(controllers));
            parts.FeatureProviders.Add(new ControllerFeatureProvider());
        });

    private sealed class Only(Type[] types) : ApplicationPart, IApplicationPartTypeProvider
    {
        public override string Name => "tests";

        public IEnumerable<System.Reflection.TypeInfo> Types => types.Select(System.Reflection.IntrospectionExtensions.GetTypeInfo);
    }

    private sealed class ToConventional : Microsoft.AspNetCore.Mvc.Routing.DynamicRouteValueTransformer
    {
        public override ValueTask<Microsoft.AspNetCore.Routing.RouteValueDictionary> TransformAsync(Microsoft.AspNetCore.Http.HttpContext httpContext, Microsoft.AspNetCore.Routing.RouteValueDictionary values) =>
            new(new Microsoft.AspNetCore.Routing.RouteValueDictionary { ["controller"] = "Conventional", ["action"] = values["action"] });
    }
}

public abstract class AnyDeskController : ControllerBase
{
    [HttpGet("inherited")]
    public string Inherited() => Reading.Now();

    [HttpGet("inheritedDeclared"), ForPurpose("billing")]
    public string InheritedDeclared() => Reading.Now();
}

[Route("desk"), ForPurpose("support")]
public sealed class DeskController : AnyDeskController
{
    [HttpGet("class")]
    public string Class() => Reading.Now();

    [HttpGet("action"), ForPurpose("billing")]
    public string Action() => Reading.Now();

    [HttpGet("whole"), TellsPurpose]
    public async Task<Ticket> Whole()
    {
        await Task.Yield();
        return new Ticket();
    }
}

[Route("silent")]
public sealed class SilentController : ControllerBase
{
    [HttpGet]
    public string Get() => Reading.Now();

    [HttpGet("whole")]
    public Ticket Whole() => new();
}

public sealed class ConventionalController : ControllerBase
{
    [ForPurpose("billing")]
    public string Answer() => Reading.Now();

    public string Silent() => Reading.Now();
}

[Route("misspelled"), ForPurpose("suport")]
public sealed class MisspelledController : ControllerBase
{
    [HttpGet]
    public string Get() => Reading.Now();
}

public sealed class TellsPurposeAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context) => context.HttpContext.Response.Headers["resource"] = Reading.Now();

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
