using System.Net;

namespace Ethics.Crm.Fabrikam.Tests;

/// <summary>Eight applications in one process, each started by a factory of its own, with the same people in opposite states.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class EightFactoriesTests
{
    private const int Applications = 8;
    private const int Rounds = 3;
    private const int NewsletterByMail = 1;

    private static readonly int[] s_people = [1, 2, 3];

    [Fact]
    public async Task SamePeople_AreNeverTakenForThoseOfAnotherApplication()
    {
        var all = new List<RunningCrm>();
        try
        {
            for (var i = 0; i < Applications; i++)
                all.Add(RunningCrm.OfFactory());

            var read = await Task.WhenAll(all.Select(static (crm, number) => Task.Run(() => UseAsync(crm, number))));

            // Half of the people in half of the rounds: nobody was let through, or stopped, everywhere.
            Assert.Equal(Applications * Rounds * s_people.Length / 2, read.Sum());
        }
        finally
        {
            foreach (var crm in all)
                await crm.DisposeAsync();
        }
    }

    /// <summary>Even applications have the consent of even people, odd ones of odd people, and from round to round the other way round.</summary>
    private static async Task<int> UseAsync(RunningCrm crm, int number)
    {
        var read = 0;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var person in s_people)
                await crm.DecideAsync(Consents(person, round) ? HttpMethod.Put : HttpMethod.Delete, person, "consents/newsletter");

            var preview = await crm.JsonAsync($"/campaigns/{NewsletterByMail}/preview");
            foreach (var person in s_people)
            {
                var expected = Consents(person, round) ? Outcome.Read : Outcome.Refused;
                Assert.Equal(Consents(person, round), preview.GetProperty(person.ToString(System.Globalization.CultureInfo.InvariantCulture)).GetString() == "reached");
                Assert.Equal(expected, await TellProviderAsync(crm, person));
                read += expected == Outcome.Read ? 1 : 0;
            }
        }

        return read;

        bool Consents(int person, int round) => (person + number + round) % 2 == 0;
    }

    /// <summary>An endpoint that reads for the newsletter, and then finds nobody who takes it: whoever comes that far has read.</summary>
    private static async Task<Outcome> TellProviderAsync(RunningCrm crm, int person)
    {
        try
        {
            var (status, text) = await crm.SendAsync(HttpMethod.Put, $"/newsletter/members/{person}");
            return text.Contains("withdrawn", StringComparison.Ordinal) ? Outcome.Refused : status == HttpStatusCode.BadGateway ? Outcome.Read : Outcome.Else;
        }
        catch (PurposeViolationException refused)
        {
            return refused.Refusal == Refusal.ConsentWithdrawn ? Outcome.Refused : Outcome.Else;
        }
    }

    private enum Outcome { Else, Read, Refused }
}
