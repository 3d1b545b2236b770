using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

[Collection(OneHostAtATime.Name)]
public sealed class StartTests
{
    [Fact]
    public void WithoutAnyHost_TheBuildAnswers()
    {
        using (new TestHost(start: false))
        {
            var contact = new Contact { Id = 7, Email = "value" };

            Assert.Equal("value", In("support", () => contact.Email));
            Assert.Equal("SubjectUnknown", In("marketing", () => contact.Email));
            Assert.Equal("UnknownPurpose", In("analytics", () => contact.Email));
            Assert.Equal("NotPermitted", In("marketing", () => contact.Note));
        }
    }

    [Fact]
    public void OnceStarted_TheBuildIsNeverAskedAgain_AlsoForOpenScopesAndBoundObjects()
    {
        var contact = new Contact { Id = 7, Email = "value" };
        using (PurposeScope.Enter("support"))
        {
            Assert.Equal("value", Outcome(() => contact.Email));

            using (new TestHost(TestHost.Policy.Replace("\"support\":         { \"basis\": \"contract\" }", "\"support\": { \"basis\": \"consent\" }")))
                Assert.Equal("ConsentMissing", Outcome(() => contact.Email));
        }
    }

    [Fact]
    public void FailedStart_NamesTheFileAndEveryError_AndPermitsNothingAfterwards()
    {
        var contact = new Contact { Id = 7, Email = "value" };
        using var host = new TestHost("""{ "version": 1, "categories": {}, "purposes": { "support": { "basis": "kontract" }, "marketing": { "bases": "consent" } } }""", start: false);

        var error = Assert.Throws<PolicyLoadException>(() => host.Services.UseEthicsCrm());

        Assert.Contains(host.PolicyPath, error.Message);
        Assert.Contains("kontract", error.Message);
        Assert.Contains("bases", error.Message);
        Assert.Equal("PolicyUnavailable", In("support", () => contact.Email));
    }

    [Fact]
    public void MissingFile_FailsTheStartAndNamesIt()
    {
        using var host = new TestHost(start: false);
        File.Delete(host.PolicyPath);

        var error = Assert.Throws<PolicyLoadException>(() => host.Services.UseEthicsCrm());

        Assert.Contains(host.PolicyPath, error.Message);
        Assert.Equal(host.PolicyPath, error.File);
    }

    [Fact]
    public void InvalidOptions_FailTheStart_AllAtOnce()
    {
        using var host = new TestHost(configure: o => (o.PolicyFile, o.Staleness) = (" ", TimeSpan.Zero), start: false);

        var error = Assert.Throws<OptionsValidationException>(() => host.Services.UseEthicsCrm());

        Assert.Equal(2, error.Failures.Count());
    }

    [Fact]
    public void UseEthicsCrm_WithoutAddEthicsCrm_SaysWhatToCall()
    {
        using var provider = new ServiceCollection().BuildServiceProvider();

        Assert.Contains("AddEthicsCrm", Assert.Throws<InvalidOperationException>(() => provider.UseEthicsCrm()).Message);
    }

    [Fact]
    public void UseEthicsCrm_Twice_StartsOnce()
    {
        using var host = new TestHost();

        Assert.Same(host.Services, host.Services.UseEthicsCrm());
        Assert.Equal("value", In("support", () => new Contact { Id = 1, Email = "value" }.Email));
    }

    [Fact]
    public async Task GenericHost_StartsBeforeTheOtherServices_AndStopsAfterThem()
    {
        using var folder = new TestHost(start: false);
        var seen = new Probe();
        var builder = Host.CreateApplicationBuilder();
        // Registered before ours: the order of registration must not matter.
        builder.Services.AddSingleton<IHostedService>(seen);
        builder.Services.AddEthicsCrm(o => o.PolicyFile = folder.PolicyPath);
        using var host = builder.Build();

        await host.StartAsync();
        await host.StopAsync();

        Assert.Equal(["value", "value"], seen.Reads);
        Assert.Equal("ConsentMissing or HostUnknown", In("marketing", () => new Contact { Id = 1, Email = "value" }.Email) is "ConsentMissing" or "HostUnknown" ? "ConsentMissing or HostUnknown" : "open");
    }

    private sealed class Probe : IHostedService
    {
        public List<string> Reads { get; } = [];

        // Analytics rests on legitimate interests: the build alone would refuse it.
        public Task StartAsync(CancellationToken cancellationToken) => Read();

        public Task StopAsync(CancellationToken cancellationToken) => Read();

        private Task Read()
        {
            Reads.Add(In("analytics", () => new Contact { Id = 1, Email = "value" }.Email));
            return Task.CompletedTask;
        }
    }
}
