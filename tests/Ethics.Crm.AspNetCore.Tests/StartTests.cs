using Ethics.Crm.AspNetCore.Tests.Fixtures;
using Ethics.Crm.Binding;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.AspNetCore.Tests;

/// <summary>What is wrong is told when the application starts, by name, with what to do.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class StartTests
{
    [Fact]
    public async Task UnknownPurpose_FailsTheStart_ByTheNameOfTheEndpoint_AllAtOnce()
    {
        var failure = await TestApp.FailureAsync(app =>
        {
            app.MapGet("/tickets", () => "").ForPurpose("suport");
            app.MapGet("/bills", [ForPurpose("biling")] () => "");
            app.MapGet("/good", () => "").ForPurpose("support");
        });

        Assert.Contains("'HTTP: GET /tickets' is for 'suport', a purpose that the policy does not know.", failure);
        Assert.Contains("'HTTP: GET /bills' is for 'biling'", failure);
        Assert.Contains("billing, newsletter, support", failure);
        Assert.DoesNotContain("/good", failure);
    }

    [Fact]
    public async Task AttributeThatNamesNothing_FailsTheStart()
    {
        var failure = await TestApp.FailureAsync(app => app.MapGet("/tickets", [ForPurpose] () => ""));

        Assert.Contains("'HTTP: GET /tickets' has a [ForPurpose] that names no purpose", failure);
    }

    [Fact]
    public async Task MappingThatContradictsItsHandler_FailsTheStart_AndOneThatRepeatsItDoesNot()
    {
        var failure = await TestApp.FailureAsync(app =>
        {
            app.MapGet("/lambda", [ForPurpose("billing")] () => "").ForPurpose("support");
            app.MapGet("/same", [ForPurpose("billing")] () => "").ForPurpose("billing");
            app.MapGroup("/group").ForPurpose("support").MapGet("/", [ForPurpose("billing")] () => "");
        });

        Assert.Contains("'HTTP: GET /lambda' is mapped with .ForPurpose for support, but its handler declares billing", failure);
        Assert.DoesNotContain("/same", failure);
        Assert.DoesNotContain("/group", failure);
    }

    [Fact]
    public async Task ForPurposeTwiceInOneChain_FailsTheStart_AndOnceInEachOfTwoGroupsDoesNot()
    {
        var failure = await TestApp.FailureAsync(app =>
        {
            app.MapGet("/twice", () => "").ForPurpose("support").ForPurpose("billing");
            app.MapGroup("/outer").ForPurpose("support").MapGroup("/inner").ForPurpose("billing").MapGet("/", () => "");
        });

        Assert.Contains("'HTTP: GET /twice' has .ForPurpose twice in one chain.", failure);
        Assert.DoesNotContain("/outer", failure);
    }

    [Fact]
    public async Task WithoutAddEthicsCrm_TheEndpointSaysWhatToCall()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapGet("/tickets", () => "").ForPurpose("support");

        var failure = Assert.Throws<InvalidOperationException>(() => ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app).DataSources.Single().Endpoints);

        Assert.Contains("/tickets", failure.Message);
        Assert.Contains("call services.AddEthicsCrm()", failure.Message);
        Assert.Contains("AddEthicsCrm()", Assert.Throws<InvalidOperationException>(() => app.UsePurposes()).Message);
    }

    [Fact]
    public async Task UsePurposes_BeforeRouting_FailsTheStart_AndBehindItDoesNot()
    {
        var failure = await TestApp.FailureAsync(app =>
        {
            app.UsePurposes();
            app.UseRouting();
            app.MapGet("/", () => "").ForPurpose("support");
        });

        Assert.Contains("app.UsePurposes() stands before app.UseRouting()", failure);
        Assert.Contains("Write it behind UseRouting()", failure);

        await using var behind = await TestApp.StartAsync(app =>
        {
            app.UseRouting();
            app.UsePurposes();
            app.MapGet("/", () => Reading.Now()).ForPurpose("support");
        });
        Assert.Equal("support", await behind.GetAsync("/"));
    }

    [Fact]
    public async Task UsePurposes_WhereRoutingIsImplied_IsBehindIt()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.UsePurposes();
            app.Use((context, next) =>
            {
                context.Response.Headers["between"] = Reading.Now();
                return next(context);
            });
            app.MapGet("/support", () => Reading.Now() + string.Join(",", PurposeScope.Current)).ForPurpose("support");
            app.MapGet("/none", () => Reading.Now());
        });

        var support = await app.Client.GetAsync("/support");
        Assert.Equal("support", support.Headers.GetValues("between").Single());
        Assert.Equal("supportsupport", await support.Content.ReadAsStringAsync());
        Assert.Equal("NoScope", (await app.Client.GetAsync("/none")).Headers.GetValues("between").Single());
    }

    [Fact]
    public async Task UsePurposes_DoesNotHoldForThePageForErrorsBehindIt()
    {
        await using var app = await TestApp.StartAsync(app =>
        {
            app.UseRouting();
            app.UsePurposes();
            app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = null, ExceptionHandlingPath = "/error" });
            app.UseRouting();
            app.MapGet("/fails", void () => throw new InvalidOperationException()).ForPurpose("support");
            app.Map("/error", () => Reading.Now()).ForPurpose("billing");
        });

        Assert.Equal("billing", await (await app.Client.GetAsync("/fails")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task ReadWithoutPurpose_IsTold_HowAnEndpointDeclaresOne()
    {
        await using var app = await TestApp.StartAsync(app => app.MapGet("/", () =>
        {
            try
            {
                return new Contact().Email;
            }
            catch (PurposeViolationException refused)
            {
                return refused.Message;
            }
        }));

        var message = await app.GetAsync("/");

        Assert.Contains(".ForPurpose(\"support\") behind its mapping", message);
        Assert.Contains("[ForPurpose(\"support\")] on its handler, controller, page model or hub", message);
        Assert.Contains("It is collected for support only.", message);
    }

    [Fact]
    public void Part_HasTheNameByWhichItIsFound()
    {
        var services = new ServiceCollection();
        PartsBesideUs.AddTo(services);

        Assert.Contains(services, s => s.ServiceType.Assembly == typeof(AspNetCorePart).Assembly);
    }
}
