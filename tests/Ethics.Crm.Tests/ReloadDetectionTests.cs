using Ethics.Crm.Policies;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>A changed policy is seen wherever it and its bases lie, and however they are exchanged.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ReloadDetectionTests
{
    private static readonly string Narrow = TestHost.Policy.Replace("[\"support\", \"marketing\"", "[\"marketing\"");

    private readonly Contact _contact = new() { Id = 7, Email = "value" };

    [Theory]
    [InlineData("ethics.policy.json")]
    [InlineData("policy.jsonc")]
    [InlineData("policy")]
    public void ChangedFile_IsSeen_WhateverItsExtension(string name)
    {
        using var host = new TestHost(configure: null, start: false, services: s => s.Configure<EthicsCrmOptions>(o => o.PolicyFile = Path.Combine(Path.GetDirectoryName(o.PolicyFile)!, name)));
        host.Write(name, TestHost.Policy);
        host.Services.UseEthicsCrm();
        Assert.Equal("value", In("support", () => _contact.Email));

        host.Write(name, Narrow);
        host.LookAtFiles();

        Assert.Equal("NotPermitted", In("support", () => _contact.Email));
    }

    [Fact]
    public void ChangedBase_InAnotherFolder_IsSeen()
    {
        using var elsewhere = new TestHost(start: false);
        using var host = new TestHost($$"""{ "version": 1, "extends": ["../{{Path.GetFileName(elsewhere.Folder)}}/base.json"] }""", start: false);
        elsewhere.Write("base.json", TestHost.Policy);
        host.Services.UseEthicsCrm();
        Assert.Equal("value", In("support", () => _contact.Email));

        elsewhere.Write("base.json", Narrow);
        host.LookAtFiles();

        Assert.Equal("NotPermitted", In("support", () => _contact.Email));
    }

    [Fact]
    public void ExchangedLink_AsKubernetesDoes_IsSeen()
    {
        using var host = new TestHost(start: false);
        File.Delete(host.PolicyPath);
        host.Write("..v1/ethics.policy.json", TestHost.Policy);
        host.Write("..v2/ethics.policy.json", Narrow);
        var data = Path.Combine(host.Folder, "..data");
        Directory.CreateSymbolicLink(data, "..v1");
        File.CreateSymbolicLink(host.PolicyPath, Path.Combine("..data", "ethics.policy.json"));
        host.Services.UseEthicsCrm();
        Assert.Equal("value", In("support", () => _contact.Email));

        Directory.Delete(data);
        Directory.CreateSymbolicLink(data, "..v2");
        host.LookAtFiles();

        Assert.Equal("NotPermitted", In("support", () => _contact.Email));
    }

    [Fact]
    public void BaseThatWasMissing_IsSeenWhenItAppears()
    {
        using var host = new TestHost();
        host.Write("ethics.policy.json", """{ "version": 1, "extends": ["company/base.json"] }""");
        host.LookAtFiles();
        Assert.Equal("value", In("support", () => _contact.Email));

        host.Write("company/base.json", Narrow);
        host.LookAtFiles();

        Assert.Equal("NotPermitted", In("support", () => _contact.Email));
    }

    [Fact]
    public void FileThatIsWrittenAgainWithTheSameMeaning_ChangesNothing_AndIsNotTold()
    {
        using var host = new TestHost();

        host.Write("ethics.policy.json", "// the same\n" + TestHost.Policy);
        host.LookAtFiles();

        Assert.Empty(host.Log.Entries);
        Assert.Equal("value", In("support", () => _contact.Email));
    }

    [Fact]
    public void DeletedFile_KeepsTheLastGoodPolicy_AndIsToldOnce()
    {
        using var host = new TestHost();

        File.Delete(host.PolicyPath);
        host.LookAtFiles();
        host.LookAtFiles();

        Assert.Equal("value", In("support", () => _contact.Email));
        Assert.Contains("does not exist", Assert.Single(host.Log.Entries).Text);
    }

    [Fact]
    public void AfterTheHostHasStopped_NothingIsLookedAt()
    {
        using var host = new TestHost();
        ((IDisposable)host.Services).Dispose();

        host.Write("ethics.policy.json", "{");
        host.LookAtFiles();

        Assert.Empty(host.Log.Entries);
    }

    [Theory]
    [InlineData("policy.jsonc", true)]
    [InlineData("..data", true)]
    [InlineData("app.log", false)]
    [InlineData(null, false)]
    public void Notification_Counts_ForThePolicyAndForLinks_NotForItsNeighbours(string? changed, bool counts)
    {
        using var host = new TestHost(start: false);
        using var folders = new PolicyFolders(() => { });
        folders.Watch([Path.Combine(host.Folder, "policy.jsonc")]);

        Assert.Equal(counts, folders.Concerns(changed));
    }

    [Fact]
    public void NotifiedChange_IsTakenOnceItHasSettled_WithoutALook()
    {
        using var host = new TestHost();
        host.Write("ethics.policy.json", Narrow);

        host.Notify();

        Assert.Equal("NotPermitted", In("support", () => _contact.Email));
    }

    [Fact]
    public async Task Host_IsNotifiedByTheFileSystem()
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var host = new TestHost(services: s => s.AddSingleton<PolicyNotifier>(Telling));

        host.Write("ethics.policy.json", Narrow);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(60));
        // The timer is set before the test hears of it; another notification may set it again.
        for (var i = 0; i < 100 && In("support", () => _contact.Email) == "value"; i++)
            host.Clock.Advance(PolicyWatcher.Settle);

        Assert.Equal("NotPermitted", In("support", () => _contact.Email));

        IPolicyNotifications Telling(Action changed) => new PolicyFolders(() =>
        {
            changed();
            told.TrySetResult();
        });
    }

    [Fact]
    public async Task WrittenFile_IsNotified()
    {
        using var host = new TestHost(start: false);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var folders = new PolicyFolders(() => told.TrySetResult());
        folders.Watch([Path.Combine(host.Folder, "policy.jsonc")]);

        host.Write("policy.jsonc", "{}");

        await told.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
