using Ethics.Crm.TestKit;
using Ethics.Crm.Tests.Fixtures;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Tests;

/// <summary>The laws of consent for any history, against a model that says them as the contract does and knows nothing of the code.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ConsentLawProperties : IDisposable
{
    private static readonly string Policy =
        """
        {
          "version": 1,
          "categories": { "contact.email": { "collectedFor": ["m", "a", "support"] }, "contact.age": {}, "content.note": {} },
          "purposes": {
            "m": { "basis": "consent" }, "m.e": { "basis": "consent" }, "m.e.x": { "basis": "consent" }, "m.p": { "basis": "consent", "consentFrom": "2" }, "m.p.q": { "basis": "consent" },
            "a": { "basis": "legitimate-interests" }, "a.b": { "basis": "public-task" }, "a.c": { "basis": "consent" },
            "support": { "basis": "contract" }
          }
        }
        """;

    private static readonly string[] Purposes = ["m", "m.e", "m.e.x", "m.p", "m.p.q", "a", "a.b", "a.c", "support"];
    private static readonly string[] OnConsent = ["m", "m.e", "m.e.x", "m.p", "m.p.q", "a.c"];
    private static readonly string[] UntilObjection = ["a", "a.b"];

    private readonly TestHost _host = new(Policy);
    private int _people;

    public void Dispose() => _host.Dispose();

    [Law(Tests = 600, Arbitrary = [typeof(Histories)])]
    public async Task AnyHistory_IsAnsweredAsTheContractSays(Step[] history)
    {
        var person = TestHost.Person(++_people);
        // Bound before anything is decided: the answer must come from what is written later.
        var loaded = new Contact { Id = _people, Email = "value" };
        var done = new List<Step>();
        Compare(loaded, person, done);
        foreach (var step in history)
        {
            if (await Take(person, step))
                done.Add(step);
            Compare(loaded, person, done);
        }
    }

    private void Compare(Contact loaded, SubjectKey person, List<Step> done)
    {
        foreach (var purpose in Purposes)
        {
            var expected = Model.Allows(done, purpose);
            Assert.True(expected == (Reading.In(purpose, () => loaded.Email) == "value"), $"read for {purpose} after {string.Join(", ", done)}: the contract says {expected}");
            Assert.True(expected == _host.Decisions.Decide(person, "contact.email", purpose).Allowed, $"decision for {purpose} after {string.Join(", ", done)}: the contract says {expected}");
        }
    }

    /// <returns>False when the ledger refused the step, as it must for what the purpose's basis does not know.</returns>
    private async Task<bool> Take(SubjectKey person, Step step)
    {
        var covered = Purposes.Where(p => Model.IsOrIsBeneath(p, step.Purpose)).ToList();
        var refuses = step.Kind switch
        {
            Kind.Withdraw => !covered.Any(OnConsent.Contains),
            Kind.Object => !covered.Any(p => OnConsent.Contains(p) || UntilObjection.Contains(p)),
            _ => false,
        };
        var call = step.Kind switch
        {
            Kind.Grant => (Func<Task>)(() => _host.Ledger.GrantAsync(person, step.Purpose, new ConsentEvidence { NoticeVersion = step.Notice })),
            Kind.Withdraw => () => _host.Ledger.WithdrawAsync(person, step.Purpose),
            Kind.Object => () => _host.Ledger.ObjectAsync(person, step.Purpose),
            Kind.Restrict => () => _host.Ledger.RestrictAsync(person, "contested"),
            _ => () => _host.Ledger.LiftRestrictionAsync(person),
        };
        if (refuses)
            await Assert.ThrowsAsync<ArgumentException>(call);
        else
            await call();
        return !refuses;
    }

    public enum Kind
    {
        Grant,
        Withdraw,
        Object,
        Restrict,
        Lift,
    }

    public sealed record Step(Kind Kind, string Purpose, string Notice);

    public static class Histories
    {
        public static Arbitrary<Step[]> Any()
        {
            // Restrictions are rare, else they hide everything; half of the steps are grants.
            var kinds = Gen.Frequency((8, Gen.Constant(Kind.Grant)), (5, Gen.Constant(Kind.Withdraw)), (3, Gen.Constant(Kind.Object)), (1, Gen.Constant(Kind.Restrict)), (2, Gen.Constant(Kind.Lift)));
            var steps = from kind in kinds from purpose in Gen.Elements(Purposes) from notice in Gen.Elements("1", "2") select new Step(kind, purpose, notice);
            return Arb.From(
                from length in Gen.Choose(0, 8) from history in steps.ArrayOf(length) select history,
                history => Enumerable.Range(0, history.Length).Select(i => history.Where((_, at) => at != i).ToArray()));
        }
    }

    /// <summary>Section 5 of the contract, sentence by sentence.</summary>
    private static class Model
    {
        public static bool Allows(IReadOnlyList<Step> history, string p)
        {
            // "A restriction stops every use but storage until it is lifted; a grant never lifts it."
            var restricted = false;
            foreach (var step in history)
                restricted = step.Kind == Kind.Restrict || (step.Kind != Kind.Lift && restricted);
            if (restricted)
                return false;
            if (!OnConsent.Contains(p))
                return !UntilObjection.Contains(p) || EveryRefusalWasAnswered(history, p, static _ => true);

            // "consentFrom: consent to an older notice version no longer counts."
            // No longer for what lies beneath either, unless it was given for that alone.
            bool Counts(Step grant) => !(IsOrIsBeneath(p, "m.p") && IsOrIsBeneath("m.p", grant.Purpose)) || string.CompareOrdinal(grant.Notice, "2") >= 0;
            // "some grant on p or an ancestor exists, and every withdrawal or objection on p or an ancestor q was followed by a grant on p, on q or on a name between them"
            return history.Any(g => g.Kind == Kind.Grant && IsOrIsBeneath(p, g.Purpose) && Counts(g)) && EveryRefusalWasAnswered(history, p, Counts);
        }

        private static bool EveryRefusalWasAnswered(IReadOnlyList<Step> history, string p, Func<Step, bool> counts)
        {
            for (var i = 0; i < history.Count; i++)
            {
                var q = history[i].Purpose;
                if (history[i].Kind is not (Kind.Withdraw or Kind.Object) || !IsOrIsBeneath(p, q))
                    continue;
                var between = SelfAndAncestors(p).TakeWhile(name => name.Length >= q.Length).ToList();
                if (!history.Skip(i + 1).Any(g => g.Kind == Kind.Grant && between.Contains(g.Purpose) && counts(g)))
                    return false;
            }

            return true;
        }

        public static bool IsOrIsBeneath(string name, string ancestor) => SelfAndAncestors(name).Contains(ancestor);

        private static IEnumerable<string> SelfAndAncestors(string name)
        {
            var parts = name.Split('.');
            for (var n = parts.Length; n > 0; n--)
                yield return string.Join('.', parts.Take(n));
        }
    }
}
