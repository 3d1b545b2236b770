using Ethics.Crm.TestKit;
using Ethics.Crm.Tests.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace Ethics.Crm.Tests;

/// <summary>The laws of consent that lapses, for any history with time passing in it, against a model that knows days and nothing of the code.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ConsentExpiryProperties : IDisposable
{
    private const string Policy =
        """
        {
          "version": 1,
          "categories": { "contact.email": { "collectedFor": ["n", "o"] }, "contact.age": {}, "content.note": {} },
          "purposes": {
            "n": { "basis": "consent", "consentExpires": "P10D" }, "n.e": { "basis": "consent" }, "n.e.x": { "basis": "consent", "consentExpires": "P4D" },
            "o": { "basis": "legitimate-interests" }
          }
        }
        """;

    private static readonly string[] Purposes = ["n", "n.e", "n.e.x", "o"];
    private static readonly Dictionary<string, int> LapsesAfter = new() { ["n"] = 10, ["n.e.x"] = 4 };

    private readonly TestHost _host = new(Policy);
    private int _people;

    public void Dispose() => _host.Dispose();

    [Law(Tests = 400, Arbitrary = [typeof(Histories)])]
    public async Task AnyHistoryWithTimeInIt_IsAnsweredAsTheContractSays(Step[] history)
    {
        var person = TestHost.Person(++_people);
        var loaded = new Contact { Id = _people, Email = "value" };
        var done = new List<(Step Step, int Day)>();
        var day = 0;
        foreach (var step in history)
        {
            if (step.Kind == Kind.Wait)
            {
                day += step.Days;
                _host.Clock.Advance(TimeSpan.FromDays(step.Days));
            }
            else
            {
                await Take(person, step);
                done.Add((step, day));
            }

            foreach (var purpose in Purposes)
            {
                var expected = Allows(done, purpose, day);
                Assert.True(expected == (Reading.In(purpose, () => loaded.Email) == "value"), $"read for {purpose} on day {day} after {string.Join(", ", done)}: expected {expected}");
                Assert.True(expected == _host.Decisions.Decide(person, "contact.email", purpose).Allowed, $"decision for {purpose} on day {day} after {string.Join(", ", done)}: expected {expected}");
            }
        }
    }

    private Task Take(SubjectKey person, Step step) => step.Kind switch
    {
        Kind.Grant => _host.Ledger.GrantAsync(person, step.Purpose),
        // Nothing that rests on legitimate interests can be withdrawn; what is meant there is an objection.
        Kind.Withdraw when step.Purpose != "o" => _host.Ledger.WithdrawAsync(person, step.Purpose),
        Kind.Withdraw or Kind.Object => _host.Ledger.ObjectAsync(person, step.Purpose),
        Kind.Restrict => _host.Ledger.RestrictAsync(person, "contested"),
        _ => _host.Ledger.LiftRestrictionAsync(person),
    };

    private static bool Allows(List<(Step Step, int Day)> history, string p, int today)
    {
        if (history.LastOrDefault(static h => h.Step.Kind is Kind.Restrict or Kind.Lift).Step is { Kind: Kind.Restrict })
            return false;
        // A grant counts for p while no purpose between p and what it was given for lets it lapse.
        bool Counts((Step Step, int Day) g) => p == "o" || Between(g.Step.Purpose, p).All(name => !LapsesAfter.TryGetValue(name, out var days) || today < g.Day + days);
        var grants = Enumerable.Range(0, history.Count).Where(i => history[i].Step.Kind == Kind.Grant && Covers(history[i].Step.Purpose, p) && Counts(history[i])).ToList();
        for (var i = 0; i < history.Count; i++)
        {
            var no = history[i].Step;
            if (no.Kind is Kind.Withdraw or Kind.Object && Covers(no.Purpose, p) && !grants.Any(g => g > i && Covers(no.Purpose, history[g].Step.Purpose)))
                return false;
        }

        return p == "o" || grants.Count > 0;
    }

    private static bool Covers(string name, string purpose) => purpose == name || purpose.StartsWith(name + ".", StringComparison.Ordinal);

    private static IEnumerable<string> Between(string above, string below) => Purposes.Where(name => Covers(above, name) && Covers(name, below));

    public enum Kind
    {
        Grant,
        Withdraw,
        Object,
        Restrict,
        Lift,
        Wait,
    }

    public sealed record Step(Kind Kind, string Purpose, int Days);

    public static class Histories
    {
        public static Arbitrary<Step[]> Any()
        {
            var kinds = Gen.Frequency((8, Gen.Constant(Kind.Grant)), (8, Gen.Constant(Kind.Wait)), (4, Gen.Constant(Kind.Withdraw)), (2, Gen.Constant(Kind.Object)), (1, Gen.Constant(Kind.Restrict)), (2, Gen.Constant(Kind.Lift)));
            var steps = from kind in kinds from purpose in Gen.Elements(Purposes) from days in Gen.Choose(1, 6) select new Step(kind, purpose, days);
            return Arb.From(
                from length in Gen.Choose(0, 9) from history in steps.ArrayOf(length) select history,
                history => Enumerable.Range(0, history.Length).Select(i => history.Where((_, at) => at != i).ToArray()));
        }
    }
}
