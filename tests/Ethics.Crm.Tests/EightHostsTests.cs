using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ethics.Crm.Tests;

/// <summary>Eight applications in one process with the same people, who told each of them something else.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class EightHostsTests
{
    private const int Hosts = 8;
    private const int People = 40;

    [Fact]
    public async Task SamePeopleInOppositeStates_AreNeverTakenForEachOthers_InParallel()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("ethics-crm-eight-").FullName, "ethics.policy.json");
        await File.WriteAllTextAsync(file, TestHost.Policy);
        var hosts = Enumerable.Range(0, Hosts).Select(_ =>
        {
            var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
            builder.Services.AddEthicsCrm(o => o.PolicyFile = file);
            return builder.Build();
        }).ToList();
        try
        {
            await Task.WhenAll(hosts.Select(static host => host.StartAsync()));
            var shared = Enumerable.Range(1, People).Select(static id => new Contact { Id = id, Email = "value" }).ToList();

            var answers = await Task.WhenAll(hosts.Select((host, number) => Task.Run(() => UseAsync(host.Services, number, shared))));

            Assert.All(answers, static a => Assert.Equal((0, 0), (a.Wrong, a.Undecided)));
            Assert.All(answers, static a => Assert.True(a.Allowed > 0 && a.Refused > 0));
        }
        finally
        {
            foreach (var host in hosts)
            {
                await host.StopAsync();
                host.Dispose();
            }

            Decisions.HostRegistry.Instance.Reset();
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    /// <summary>Even hosts have the consent of even people, odd ones of odd people, and after half of the rounds the other way round.</summary>
    private static async Task<(int Wrong, int Undecided, int Allowed, int Refused)> UseAsync(IServiceProvider services, int number, List<Contact> shared)
    {
        var ledger = services.GetRequiredService<IConsentLedger>();
        var decisions = services.GetRequiredService<IPurposeDecisions>();
        var (wrong, undecided, allowed, refused) = (0, 0, 0, 0);
        for (var round = 0; round < 6; round++)
        {
            var remainder = (number + (round >= 3 ? 1 : 0)) % 2;
            foreach (var contact in shared)
            {
                var person = TestHost.Person(contact.Id);
                await (contact.Id % 2 == remainder ? ledger.GrantAsync(person, "marketing") : ledger.WithdrawAsync(person, "marketing"));
            }

            using var scope = PurposeScope.Enter(services.GetRequiredService<Decisions.CrmHost>(), ["marketing"]);
            var permitted = shared.PermittedFor("marketing").Select(static c => c.Id).ToHashSet();
            foreach (var contact in shared)
            {
                var expected = contact.Id % 2 == remainder;
                var seen = contact.TryReadEmail(out _);
                if (seen != expected || decisions.Decide(TestHost.Person(contact.Id), "contact.email", "marketing").Allowed != expected || permitted.Contains(contact.Id) != expected)
                    wrong++;
                if (seen)
                    allowed++;
                else
                    refused++;
            }
        }

        foreach (var contact in shared)
        {
            if ((await ledger.HistoryAsync(TestHost.Person(contact.Id))).Count != 6)
                undecided++;
        }

        return (wrong, undecided, allowed, refused);
    }
}
