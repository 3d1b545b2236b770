using Ethics.Crm.AspNetCore.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.AspNetCore.Tests;

[Collection(OneHostAtATime.Name)]
public sealed class PageTests
{
    [Fact]
    public async Task HandlerAndPage_RunForTheModelsPurpose_AndAnotherPageForNone()
    {
        await using var app = await TestApp.StartAsync(app => app.MapRazorPages(), services => services.AddRazorPages());

        Assert.Equal("support,support", (await app.GetAsync("/Desk")).Trim());
        Assert.Equal("NoScope", (await app.GetAsync("/Silent")).Trim());
    }

    [Fact]
    public async Task HandlerWithAPurposeOfItsOwn_HasIt_AndThePageThatItRendersToo()
    {
        await using var app = await TestApp.StartAsync(app => app.MapRazorPages(), services => services.AddRazorPages());

        Assert.Equal("billing,billing", (await app.GetAsync("/Desk?handler=Invoice")).Trim());
        Assert.Equal("support,support", (await app.GetAsync("/Desk?handler=Unknown")).Trim());
    }

    [Fact]
    public async Task Mapping_HoldsForPagesThatSayNothing()
    {
        await using var app = await TestApp.StartAsync(app => app.MapRazorPages().ForPurpose("billing"), services => services.AddRazorPages());

        Assert.Equal("billing", (await app.GetAsync("/Silent")).Trim());
        Assert.Equal("support,support", (await app.GetAsync("/Desk")).Trim());
    }

    [Fact]
    public async Task FallbackToAPage_IsBoundToo()
    {
        await using var app = await TestApp.StartAsync(
            app =>
            {
                app.MapRazorPages();
                app.MapFallbackToPage("/Desk");
            },
            services => services.AddRazorPages());

        Assert.Equal("support,support", (await app.GetAsync("/anything")).Trim());
        Assert.Equal("NoScope", (await app.GetAsync("/Silent")).Trim());
    }

    [Fact]
    public async Task UnknownPurposeOfAPagesMapping_FailsTheStart()
    {
        var failure = await TestApp.FailureAsync(app => app.MapRazorPages().ForPurpose("suport"), services => services.AddRazorPages());

        Assert.Contains("'/Silent' is for 'suport'", failure);
        Assert.DoesNotContain("'/Desk' is for", failure);
    }
}
