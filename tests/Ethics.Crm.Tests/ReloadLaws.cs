using System.Text.Json.Nodes;
using Ethics.Crm.Policies;
using Ethics.Crm.Runtime;
using Ethics.Crm.TestKit;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>Asked of what a program does, not of how policies are compared: where some read passes under a changed policy that was refused or redacted before, the change was told as opening.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ReloadLaws : IDisposable
{
    private static readonly string[] Purposes = ["a", "a.b", "d", "e", "f"];
    private static readonly string[] Categories = ["k", "k.l", "m", "n"];
    private static readonly string[] Modes = ["enforce", "redact", "audit"];
    private static readonly string[] Bases = ["consent", "contract", "legal-obligation", "public-task", "legitimate-interests", "contract", "consent"];

    private int _read;
    private int _opened;

    /// <summary>A law that holds for nothing shows nothing.</summary>
    public void Dispose() => Assert.True(_read < 100 || _opened > _read / 10, $"Only {_opened} of {_read} changes opened something.");

    [Law(Tests = 250)]
    public async Task WhatPassesUnderAChangedPolicy_WasToldAsOpening(int seed, int more)
    {
        var random = new Random(unchecked((seed * 7919) + (more * 104_729)));
        if (Readable(() => Policy(random)) is not { } old || Readable(() => Changed(old, Policy(random), random)) is not { } now)
            return;
        _read++;
        var (before, after) = (await Outcomes(old), await Outcomes(now));
        // Nothing of the program is in use when the policy changes: members are held weakly.
        GC.Collect();
        using var host = new TestHost(old.ToJsonString());
        Assert.True(host.Reload(now.ToJsonString()));

        // What is redacted is not told by its rank: what audit refuses in every mode, redact redacts.
        var opened = before.Where(one => one.Value != "value" && after[one.Key] == "value").Select(one => $"{one.Key}: {one.Value} became a value").ToList();
        _opened += opened.Count > 0 ? 1 : 0;
        Assert.True(opened.Count == 0 || host.Log.At(LogLevel.Warning).Count == 1, $"{string.Join("\n", opened.Take(5))}\nwas told as '{string.Join("", host.Log.At(LogLevel.Information))}'\n{old.ToJsonString()}\n{now.ToJsonString()}");
    }

    /// <summary>Each member, for people who agreed, who said nothing and who said no, for each purpose and for none.</summary>
    private static async Task<Dictionary<string, string>> Outcomes(JsonObject policy)
    {
        using var host = new TestHost(policy.ToJsonString());
        foreach (var purpose in Purposes.Where(p => policy["purposes"]![p] is not null))
        {
            await host.Ledger.GrantAsync(TestHost.Person(1), purpose);
            if ((string?)policy["purposes"]![purpose]!["basis"] is not ("contract" or "legal-obligation"))
                await host.Ledger.ObjectAsync(TestHost.Person(3), purpose);
        }

        var outcomes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (shape, labels) in Shapes())
        {
            for (var person = 1; person <= 3; person++)
            {
                var member = new Member(labels, person);
                outcomes.Add($"{shape}, person {person}, no scope", Outcome(member.Read));
                foreach (var purpose in Purposes)
                    outcomes.Add($"{shape}, person {person}, for {purpose}", In(purpose, member.Read));
            }
        }

        return outcomes;
    }

    private static IEnumerable<(string Shape, MemberLabel[] Labels)> Shapes()
    {
        Label[] single =
        [
            .. Categories.Select(static c => new Label("Other.X", c, null)), .. Categories.Select(static c => new Label("Other.X", c, ["a", "d"])), new("Other.X", null, ["a.b", "f"]), new("Shop.F", null, null), new("Shop.G", null, null),
            new("Shop.F", null, ["a"]), new("Other.X", null, null, "Lib.A"), new("Other.X", null, null, "Lib.A", "Lib.B"), new("Shop.G", null, null, "Lib.A"), new("Shop.F", "m", null, "Lib.B"),
        ];
        foreach (var one in single)
            yield return (one.ToString(), [one.Of]);
        // With the label of an interface.
        for (var i = 0; i < single.Length; i++)
        {
            var other = single[(i + 5) % single.Length] with { Name = "Shop.IOther.X" };
            yield return ($"{single[i]} and {other}", [single[i].Of, other.Of]);
        }
    }

    private sealed record Label(string Name, string? Category, string[]? For, params string[] Attributes)
    {
        public MemberLabel Of => new(Name, Category, For, Attributes);

        public override string ToString() => $"{Name} ({Category}, {string.Join("/", For ?? [])}, {string.Join("/", Attributes)})";
    }

    private static JsonObject? Readable(Func<JsonObject> make)
    {
        var folder = Directory.CreateTempSubdirectory("ethics-crm-law-").FullName;
        try
        {
            for (var i = 0; i < 30; i++)
            {
                var (policy, file) = (make(), Path.Combine(folder, $"p{i}.json"));
                File.WriteAllText(file, policy.ToJsonString());
                if (PolicyReading.Of(file).Error is null)
                    return policy;
            }

            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One to three places taken out, or as another policy has them.</summary>
    private static JsonObject Changed(JsonObject old, JsonObject other, Random random)
    {
        var now = old.DeepClone().AsObject();
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            var (mine, theirs, depth) = (now, other, random.Next(1, 4));
            string[] keys = [];
            for (var at = 0; at < depth; at++)
            {
                keys = [.. mine.Select(static e => e.Key).Union(theirs.Select(static e => e.Key)).Where(static k => k != "version").Order(StringComparer.Ordinal)];
                if (keys.Length == 0 || at == depth - 1)
                    break;
                var key = keys[random.Next(keys.Length)];
                if (mine[key] is not JsonObject inner)
                    break;
                (mine, theirs) = (inner, theirs[key] as JsonObject ?? []);
            }

            if (keys.Length == 0 || mine.Parent is null)
                continue;
            var changed = keys[random.Next(keys.Length)];
            if (theirs[changed] is { } value && random.Next(3) > 0)
                mine[changed] = value.DeepClone();
            else
                mine.Remove(changed);
        }

        return now;
    }

    private static JsonObject Policy(Random random)
    {
        bool One(int of) => random.Next(of) == 0;
        JsonArray Some(string[] of) => new([.. of.Where(_ => One(3)).DefaultIfEmpty(of[random.Next(of.Length)]).Select(static p => JsonValue.Create(p))]);
        JsonObject Where(params (string Key, JsonNode? Value)[] keys) => new(keys.Where(static k => k.Value is not null).Select(static k => new KeyValuePair<string, JsonNode?>(k.Key, k.Value)));
        JsonNode? Flag(int of) => One(of) ? JsonValue.Create(true) : null;
        JsonObject OfMember() => Where(("category", One(4) ? null : JsonValue.Create(Categories[random.Next(Categories.Length)])), ("collectedFor", One(2) ? null : Some(Purposes)));
        JsonObject Entries(params string[] of) => new(of.Where(_ => !One(3)).Select(name => new KeyValuePair<string, JsonNode?>(name, One(8) ? null : OfMember())).Where(static e => e.Value is null or JsonObject { Count: > 0 }));
        JsonObject OfModes(IEnumerable<string> names) => new(names.Where(_ => One(2)).Select(name => new KeyValuePair<string, JsonNode?>(name, JsonValue.Create(Modes[random.Next(3)]))));
        var rules = Enumerable.Range(0, random.Next(3)).Select(static i => $"r{i}").ToArray();
        return Where(
            ("version", JsonValue.Create(1)),
            ("categories", new JsonObject(Categories.Where(_ => !One(8)).Select(name => new KeyValuePair<string, JsonNode?>(name, Where(
                ("collectedFor", One(3) ? null : Some(Purposes)), ("only", One(8) ? Some(Purposes) : null), ("special", Flag(8)), ("protected", Flag(8)), ("inConfidence", Flag(8)), ("redacted", JsonValue.Create("redacted"))))))),
            ("purposes", new JsonObject(Purposes.Where(_ => !One(8)).Select(name => new KeyValuePair<string, JsonNode?>(name, Where(
                ("basis", JsonValue.Create(Bases[random.Next(Bases.Length)])), ("decision", Flag(5)), ("personalisation", Flag(5)), ("directMarketing", Flag(6)), ("article9", One(5) ? JsonValue.Create("Art. 9(2)(h)") : null)))))),
            ("compatible", One(2) ? new JsonArray(Where(("from", JsonValue.Create(Purposes[random.Next(5)])), ("to", JsonValue.Create(Purposes[random.Next(5)])))) : null),
            ("fields", Entries("Shop.F", "Shop.*", "Shop.IOther.X")),
            ("attributes", Entries("Lib.A", "Lib.B", "Lib.*")),
            ("rules", new JsonArray([.. rules.Select(id => Where(("id", JsonValue.Create(id)), ("deny", Where(("categories", Some(Categories)), ("purposes", Some(Purposes)))), ("evenWithConsent", Flag(3))))])),
            ("enforcement", Where(("default", One(3) ? null : JsonValue.Create(Modes[random.Next(3)])), ("purposes", OfModes(Purposes)), ("categories", OfModes(Categories)), ("rules", OfModes(rules)))));
    }

    private sealed class Member(MemberLabel[] labels, int person)
    {
        private static readonly SubjectBinder<int> Subject = new(static id => SubjectKeys.One("contact", id));

        private readonly GuardedMember _guard = new("Other.X", false, [], [], [], labels);

        private SubjectSlot<int> _subject;

        public string Read() => ReadGate.Permits(_guard.Mask, ref _subject, person) ? "value" : ReadGate.Decide(_guard, Subject, ref _subject, person, "value");
    }
}
