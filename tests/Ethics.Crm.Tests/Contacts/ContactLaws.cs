using Ethics.Crm.TestKit;
using Ethics.Crm.Tests.Fixtures;
using FsCheck;
using FsCheck.Fluent;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Contacts;

/// <summary>For any history, who is read about in a contact scope and who is tried beside one are answered alike.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ContactLaws : ContactApplication
{
    private static readonly string[] Purposes = ["marketing", "marketing.email", "offers", "support"];

    private int _people = 1000;

    public ContactLaws()
        : base(Policy.Replace("\"billing\":", "\"offers\": { \"basis\": \"legitimate-interests\", \"channels\": [\"email\", \"pigeon\"], \"frequency\": \"2/P1D\" }, \"billing\":").Replace("\"support\", \"marketing\"", "\"support\", \"offers\", \"marketing\""))
    {
    }

    [Law(Tests = 300, Arbitrary = [typeof(Histories)])]
    public async Task AnyHistory_IsAnsweredAlike_ByReadsInScopesAndByTheLog(Step[] history)
    {
        var (read, tried) = (++_people, ++_people);
        foreach (var id in new[] { read, tried })
            Zones[TestHost.Person(id).Id] = Berlin;
        var loaded = Contact(read);
        foreach (var step in history)
        {
            Host.Clock.Advance(TimeSpan.FromHours(step.Hours));
            switch (step.Kind)
            {
                case Kind.Contact:
                    var expected = await Tried(tried, step.Purpose, step.Channel);
                    var seen = Read(loaded, step);
                    // The log looks at the channel before the person, the gate at the person before the contact.
                    Assert.True(seen == expected || (expected == nameof(Refusal.NotPermitted) && seen != "value"), $"{step}: {seen} in the scope, {expected} beside it, after {string.Join(", ", history.AsEnumerable())}");
                    break;
                case Kind.Grant:
                    await Both(id => Host.Ledger.GrantAsync(id, step.Purpose));
                    break;
                default:
                    // Nobody objects to what rests on a contract.
                    if (step.Purpose != "support")
                        await Both(id => Host.Ledger.ObjectAsync(id, step.Purpose));
                    break;
            }
        }

        async Task Both(Func<SubjectKey, Task> decide)
        {
            await decide(TestHost.Person(read));
            await decide(TestHost.Person(tried));
        }
    }

    /// <summary>Several members, objects and purposes inside are one contact, however they are read.</summary>
    private string Read(Contact loaded, Step step)
    {
        using (Scopes.Enter(step.Purpose, step.Channel))
        {
            var first = Outcome(() => loaded.Email);
            Assert.Equal(first, Outcome(() => Contact(loaded.Id).Email));
            Assert.Equal(first, In(step.Purpose, () => loaded.Copy().Email));
            return first;
        }
    }

    public enum Kind
    {
        Contact,
        Grant,
        Object,
    }

    public sealed record Step(Kind Kind, string Purpose, string Channel, int Hours);

    public static class Histories
    {
        public static Arbitrary<Step[]> Any()
        {
            var kinds = Gen.Frequency((8, Gen.Constant(Kind.Contact)), (3, Gen.Constant(Kind.Grant)), (1, Gen.Constant(Kind.Object)));
            var channels = Gen.Frequency((6, Gen.Constant("email")), (3, Gen.Constant("sms")), (1, Gen.Constant("pigeon")));
            var steps = from kind in kinds from purpose in Gen.Elements(Purposes) from channel in channels from hours in Gen.Elements(0, 0, 1, 5, 11, 30, 80) select new Step(kind, purpose, channel, hours);
            return Arb.From(
                from length in Gen.Choose(0, 14) from history in steps.ArrayOf(length) select history,
                history => Enumerable.Range(0, history.Length).Select(i => history.Where((_, at) => at != i).ToArray()));
        }
    }
}
