using Ethics.Crm.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ethics.Crm.Testing.Tests;

/// <summary>What is for tests and an application in production do not run in one process.</summary>
[Collection(OneAtATime.Name)]
public sealed class ProductionTests : IDisposable
{
    private readonly Contact _ada = new() { Id = 7, Email = "ada@mail" };

    public void Dispose() => HostRegistry.Instance.Reset();

    [Fact]
    public async Task HostInProduction_DoesNotStart_WhileAPurposeIsAssumed_AndNothingIsPermittedThen()
    {
        using var assumed = TestPurposes.Assume("support");
        using var host = HostIn("Production");

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Contains("TestPurposes.Assume is in force", failed.Message);
        PurposeAssert.Refuses(() => _ada.Email, Refusal.PolicyUnavailable);
    }

    [Fact]
    public async Task HostInProduction_DoesNotStart_BesideTestConsent()
    {
        using var consent = TestConsent.Start();
        using var host = HostIn("Production");

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());
    }

    [Theory, InlineData("Development"), InlineData("Testing")]
    public async Task HostInAnotherEnvironment_Starts(string environment)
    {
        using var assumed = TestPurposes.Assume("support");
        using var host = HostIn(environment);

        await host.StartAsync();
        PurposeAssert.Permits(() => _ada.Email);
        await host.StopAsync();
    }

    [Fact]
    public async Task HostInProduction_Starts_WhereNothingIsAssumedAnyMore_AndNothingCanBeAssumedThen()
    {
        TestPurposes.Assume("support").Dispose();
        using var host = HostIn("Production");
        await host.StartAsync();

        Assert.Throws<InvalidOperationException>(() => TestPurposes.Assume("support"));
        Assert.Throws<InvalidOperationException>(() => TestConsent.Start());
        PurposeAssert.Refuses(() => _ada.Email, Refusal.NoScope);
        await host.StopAsync();
        using (TestPurposes.Assume("support"))
        {
        }
    }

    [Fact]
    public async Task ApplicationThatHasRun_IsNotForgottenWithATest()
    {
        using (var host = HostIn("Development"))
        {
            await host.StartAsync();
            await host.StopAsync();
        }

        TestConsent.Start().Dispose();

        PurposeAssert.Refuses("newsletter", () => _ada.Email, Refusal.HostUnknown);
    }

    private static IHost HostIn(string environment)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Services.AddEthicsCrm();
        return builder.Build();
    }
}
