using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ethics.Crm.Tests.Binding;

/// <summary>Two applications in one process, as integration tests run them: a bound service asks the people of the application that made it.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class TwoHostsTests : IDisposable
{
    private readonly TestHost _first = Host();
    private readonly TestHost _second = Host();
    private readonly Contact _contact = new() { Id = 1, Email = "value" };

    private static TestHost Host() => new(services: static all =>
    {
        all.AddLogging().AddSingleton<IMailer, Mailer>().AddKeyedSingleton<IMailer>("made", static (_, _) => new Mailer()).AddSingleton(typeof(IMailer<>), typeof(Mailer<>)).AddHostedService<Sender>();
        all.AddEthicsCrm().AddPurposeBinding();
    });

    public void Dispose()
    {
        _second.Dispose();
        _first.Dispose();
    }

    [Fact]
    public async Task Service_AsksThePeopleOfItsOwnApplication()
    {
        await _first.Ledger.GrantAsync(TestHost.Person(1), "marketing");

        foreach (var (mailer, other) in Mailers(_first).Zip(Mailers(_second)))
        {
            Assert.Equal("marketing:value", mailer.Send(_contact));
            Assert.Equal("marketing:ConsentMissing", other.Send(_contact));
            Assert.Equal("", Now.Purposes);
        }
    }

    [Fact]
    public async Task TasksAndSequences_AskThemToTheirEnd()
    {
        await _first.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        var (mailer, other) = (_first.Services.GetRequiredService<IMailer>(), _second.Services.GetRequiredService<IMailer>());

        Assert.Equal(("marketing:value", "marketing:ConsentMissing"), (await mailer.SendAsync(_contact), await other.SendAsync(_contact)));
        Assert.Equal(["marketing:value", "marketing:value"], mailer.All(_contact));
        Assert.Equal(["marketing:ConsentMissing", "marketing:ConsentMissing"], other.All(_contact));
        Assert.Equal(["marketing:value", "marketing:value"], await mailer.AllAsync(_contact).ToListAsync());
        Assert.Equal(["marketing:ConsentMissing", "marketing:ConsentMissing"], await other.AllAsync(_contact).ToListAsync());
        Assert.Equal("", Now.Purposes);
    }

    [Fact]
    public async Task ServiceThatCodeOfAnotherApplicationCalls_AsksThePeopleOfThatCode()
    {
        await _first.Ledger.GrantAsync(TestHost.Person(1), "marketing");

        using (PurposeScope.Enter(_first.Host, ["marketing"]))
        {
            // A call is no way out of the application whose scope is open.
            Assert.Equal("marketing:value", _second.Services.GetRequiredService<IMailer>().Send(_contact));
            Assert.Equal("value", Reading.Outcome(() => _contact.Email));
        }

        Assert.Equal("marketing:ConsentMissing", _second.Services.GetRequiredService<IMailer>().Send(_contact));
    }

    [Fact]
    public async Task BackgroundWork_AsksThePeopleOfItsOwnApplication()
    {
        await _first.Ledger.GrantAsync(TestHost.Person(1), "marketing");

        foreach (var (host, expected) in new[] { (_first, "marketing:value"), (_second, "marketing:ConsentMissing") })
        {
            Sender.Seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            var sender = host.Services.GetServices<IHostedService>().OfType<BackgroundService>().Single(static one => one.GetType().FullName!.Contains("Bound", StringComparison.Ordinal));
            await sender.StartAsync(CancellationToken.None);
            Assert.Equal(expected, await Sender.Seen.Task);
            await sender.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>An instance that was registered stands before both, so it belongs to neither: what needs a person is refused.</summary>
    [Fact]
    public async Task TwoApplicationsOfOneCollection_AreNotToldApart_ByWhatWasRegisteredForBoth()
    {
        var services = new ServiceCollection().AddSingleton<IMailer, Mailer>();
        services.AddEthicsCrm(o => o.PolicyFile = _first.PolicyPath).AddPurposeBinding();
        using (var alone = services.BuildServiceProvider())
        {
            alone.UseEthicsCrm();
            await alone.GetRequiredService<IConsentLedger>().GrantAsync(TestHost.Person(1), "marketing");
            Assert.Equal("marketing:value", alone.GetRequiredService<IMailer>().Send(_contact));
            using var other = services.BuildServiceProvider();
            other.UseEthicsCrm();
            Assert.Equal("marketing:HostUnknown", alone.GetRequiredService<IMailer>().Send(_contact));
            Assert.Equal("marketing:HostUnknown", other.GetRequiredService<IMailer>().Send(_contact));
        }
    }

    private static IEnumerable<IMailer> Mailers(TestHost host) =>
        [host.Services.GetRequiredService<IMailer>(), host.Services.GetRequiredKeyedService<IMailer>("made"), host.Services.GetRequiredService<IMailer<string>>()];

    public interface IMailer
    {
        string Send(Contact contact);

        Task<string> SendAsync(Contact contact);

        IEnumerable<string> All(Contact contact);

        IAsyncEnumerable<string> AllAsync(Contact contact);
    }

    public interface IMailer<T> : IMailer;

    [ForPurpose("marketing")]
    internal class Mailer : IMailer
    {
        public string Send(Contact contact) => Now.Purposes + ":" + Reading.Outcome(() => contact.Email);

        public async Task<string> SendAsync(Contact contact)
        {
            await Task.Yield();
            return Send(contact);
        }

        public IEnumerable<string> All(Contact contact)
        {
            yield return Send(contact);
            yield return Send(contact);
        }

        public async IAsyncEnumerable<string> AllAsync(Contact contact)
        {
            yield return Send(contact);
            await Task.Yield();
            yield return Send(contact);
        }
    }

    [ForPurpose("marketing")]
    internal sealed class Mailer<T> : Mailer, IMailer<T>
        where T : class;

    [ForPurpose("marketing")]
    internal sealed class Sender : BackgroundService
    {
        public static TaskCompletionSource<string> Seen { get; set; } = new();

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            Seen.SetResult(new Mailer().Send(new Contact { Id = 1, Email = "value" }));
        }
    }
}
