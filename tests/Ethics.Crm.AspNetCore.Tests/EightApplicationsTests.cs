using System.Globalization;
using Ethics.Crm.AspNetCore.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.AspNetCore.Tests;

/// <summary>Eight web applications in one process, each asked over HTTP about the same people, who told each of them something else.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class EightApplicationsTests
{
    private const int Applications = 8;
    private const int People = 20;

    [Fact]
    public async Task SamePeopleInOppositeStates_AreNeverTakenForEachOthers_OverHttpInParallel()
    {
        // The very same objects: each application finds the slot of another in them.
        var shared = Enumerable.Range(1, People).Select(static id => new Contact { Id = id }).ToArray();
        var apps = new List<TestApp>();
        try
        {
            for (var i = 0; i < Applications; i++)
                apps.Add(await TestApp.StartAsync(app => app.MapGet("/hobby/{id:int}", (int id) => Reading.Outcome(() => shared[id - 1].Hobby)).ForPurpose("newsletter")));

            var answers = await Task.WhenAll(apps.Select(static (app, number) => Task.Run(() => UseAsync(app, number))));

            Assert.All(answers, static a => Assert.Equal((0, 3 * People / 2, 3 * People / 2), a));
        }
        finally
        {
            foreach (var app in apps)
                await app.DisposeAsync();
        }
    }

    /// <summary>Even applications have the consent of even people, odd ones of odd people, and from round to round the other way round.</summary>
    private static async Task<(int Wrong, int Allowed, int Refused)> UseAsync(TestApp app, int number)
    {
        var ledger = app.Services.GetRequiredService<IConsentLedger>();
        var (wrong, allowed, refused) = (0, 0, 0);
        for (var round = 0; round < 3; round++)
        {
            for (var id = 1; id <= People; id++)
            {
                var person = SubjectKey.Of<Contact>(id);
                await ((id + number + round) % 2 == 0 ? ledger.GrantAsync(person, "newsletter") : ledger.WithdrawAsync(person, "newsletter"));
            }

            for (var id = 1; id <= People; id++)
            {
                var seen = await app.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/hobby/{id}"));
                if (seen == "chess")
                    allowed++;
                else
                    refused++;
                if ((id + number + round) % 2 == 0 ? seen != "chess" : seen != "ConsentWithdrawn")
                    wrong++;
            }
        }

        return (wrong, allowed, refused);
    }
}
