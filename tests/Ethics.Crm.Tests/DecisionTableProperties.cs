using System.Text.Json;
using Ethics.Crm.Decisions;
using Ethics.Crm.Runtime;
using Ethics.Crm.TestKit;
using Ethics.Crm.Tests.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace Ethics.Crm.Tests;

/// <summary>Compiler and running program say the same of every policy: what the build would write into generated code is what is decided for a person who allows all.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class DecisionTableProperties : IDisposable
{
    private static readonly string[] Purposes = ["a", "a.b", "a.b.c", "d", "d.e", "f"];
    private static readonly string[] Categories = ["k", "k.l", "k.l.m", "n", "n.o"];

    private static int _members;

    private int _held;

    /// <summary>A law that holds for nothing shows nothing.</summary>
    public void Dispose() => Assert.True(_held is 0 or > 60, $"Only {_held} of the generated policies could be read.");

    [Law(Tests = 150, Arbitrary = [typeof(Policies)])]
    public async Task EveryLabel_IsDecidedAsTheBuildResolvesIt(Model model)
    {
        // A policy may not contradict itself, and a generated one may; labels of code may contradict any.
        using var host = Start(model.Json) ?? Start(model.WithoutDefaults);
        if (host is null)
            return;
        _held++;
        var kept = model.Fields.Select(static f => (Label: f, Member: new GuardedMember($"Generated.F{++_members}", false, [], [], [], new MemberLabel($"Shop.Generated.F{_members}", f.Category, f.For, [])))).ToList();
        var person = TestHost.Person(7);
        foreach (var purpose in Purposes)
            await host.Ledger.GrantAsync(person, purpose);

        var names = Categories.Select(static c => (Name: c, Label: new Field(c, null))).Concat(kept.Select(static k => (Name: k.Member.Member, k.Label)));
        foreach (var (name, label) in names)
        {
            var permitted = PermittedByTheBuild(host, label);
            foreach (var purpose in Purposes)
            {
                var decision = host.Decisions.Decide(person, name, purpose);
                Assert.True(permitted.Contains(purpose) == decision.Allowed, $"{name} ({label}) for {purpose}: the build says {permitted.Contains(purpose)}, the program {decision.Reason}, under {model.Json}");
            }
        }

        GC.KeepAlive(kept);
    }

    private static TestHost? Start(string policy)
    {
        try
        {
            return new TestHost(policy);
        }
        catch (PolicyLoadException)
        {
            return null;
        }
    }

    /// <summary>What the generator writes into a guard. The reader of policies is no package, so that its types have no name here.</summary>
    private static IReadOnlyList<string> PermittedByTheBuild(TestHost host, Field label)
    {
        var table = typeof(CrmHost).GetProperty("Table")!.GetValue(host.Host)!;
        var resolve = table.GetType().GetMethod("PermittedPurposes")!;
        return (IReadOnlyList<string>)resolve.Invoke(table, [Activator.CreateInstance(resolve.GetParameters()[0].ParameterType, label.Category, label.For)])!;
    }

    public sealed record Field(string? Category, string[]? For);

    public sealed record Model(string Json, string WithoutDefaults, Field[] Fields);

    public static class Policies
    {
        public static Arbitrary<Model> Any()
        {
            var some = Gen.SubListOf(Purposes).Select(static list => list.ToArray());
            var maybe = Gen.Frequency((2, some.Select(static list => (string[]?)list)), (1, Gen.Constant<string[]?>(null)));
            var flag = Gen.Frequency((1, Gen.Constant(true)), (3, Gen.Constant(false)));
            var category = from collectedFor in maybe
                           from only in Gen.Frequency((1, some.Select(static l => l.Length == 0 ? null : l)), (3, Gen.Constant<string[]?>(null)))
                           from special in flag from guarded in flag from told in flag
                           select new { collectedFor, only, special, guarded, told };
            var purpose = from basis in Gen.Elements("consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests")
                          from decision in flag from tailors in flag from ground in flag from post in flag
                          select new { basis, decision, tailors, ground, post };
            var rule = from categories in Gen.NonEmptyListOf(Gen.Elements(Categories)) from purposes in Gen.NonEmptyListOf(Gen.Elements(Purposes)) from even in flag
                       select new { categories, purposes, even };
            var compatible = from start in Gen.Elements(Purposes) from to in Gen.Elements(Purposes) select (start, to);
            var field = from of in Gen.Elements(Categories.Append(null)) from collectedFor in maybe select new Field(of, of is null ? collectedFor ?? [] : collectedFor);
            return Arb.From(
                from categories in category.ArrayOf(Categories.Length) from purposes in purpose.ArrayOf(Purposes.Length)
                from rules in rule.ListOf(2) from ways in compatible.ListOf(2) from fields in field.ArrayOf(4)
                let kept = fields.Where(static f => f.For is not { Length: 0 }).ToArray()
                select Make(categories.Select(static c => ((string[]?)c.collectedFor, (string[]?)c.only, c.special, c.guarded, c.told)).ToArray(), purposes.Select(static p => (p.basis, p.decision, p.tailors, p.ground, p.post)).ToArray(), rules.Select(static r => (r.categories.Distinct().ToArray(), r.purposes.Distinct().ToArray(), r.even)).ToArray(), ways.ToArray(), kept));
        }

        private static Model Make(
            (string[]? CollectedFor, string[]? Only, bool Special, bool Guarded, bool Told)[] categories, (string Basis, bool Decision, bool Tailors, bool Ground, bool Post)[] purposes,
            (string[] Categories, string[] Purposes, bool Even)[] rules, (string From, string To)[] ways, Field[] fields)
        {
            return new Model(Text(true), Text(false), fields);

            string Text(bool defaults) => JsonSerializer.Serialize(new Dictionary<string, object>
            {
                ["version"] = 1,
                ["categories"] = Categories.Zip(categories).ToDictionary(static c => c.First, c => Without(
                    ("collectedFor", defaults ? c.Second.CollectedFor : null), ("only", c.Second.Only), ("special", c.Second.Special), ("protected", c.Second.Guarded), ("inConfidence", c.Second.Told))),
                ["purposes"] = Purposes.Zip(purposes).ToDictionary(static p => p.First, static p => Without(
                    ("basis", p.Second.Basis), ("decision", p.Second.Decision), ("personalisation", p.Second.Tailors), ("directMarketing", p.Second.Post),
                    ("article9", p.Second.Ground ? "Art. 9(2)(h)" : null), ("assessment", p.Second.Basis == "legitimate-interests" ? "LIA" : null))),
                ["compatible"] = ways.Where(w => w.From != w.To && purposes[Array.IndexOf(Purposes, w.From)].Basis != "consent").Distinct()
                    .Select(static w => new Dictionary<string, object> { ["from"] = w.From, ["to"] = w.To, ["because"] = "assessed" }).ToArray(),
                ["rules"] = rules.Select(static (r, i) => new Dictionary<string, object>
                {
                    ["id"] = $"r{i}", ["deny"] = new Dictionary<string, object> { ["categories"] = r.Categories, ["purposes"] = r.Purposes }, ["because"] = "P11", ["evenWithConsent"] = r.Even,
                }).ToArray(),
            });
        }

        private static Dictionary<string, object> Without(params (string Name, object? Value)[] parts) =>
            parts.Where(static p => p.Value is not null and not false).ToDictionary(static p => p.Name, static p => p.Value!);
    }
}
