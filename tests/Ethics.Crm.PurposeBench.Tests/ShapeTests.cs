namespace Ethics.Crm.PurposeBench.Tests;

/// <summary>How many cases there are, and of what kind: what the README says of them.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void AtLeast360Cases() => Assert.InRange(Bench.Cases.Count, 360, int.MaxValue);

    /// <summary>Each with the shapes that it stands for.</summary>
    [Fact]
    public void Families_AreTheseTwentyFive() => Assert.Equal(
        [
            "async", // async, iterators, async streams, tasks
            "borders", // copies between labelled members, values that come back from a store, a file, a queue
            "calls", // calls, returns, recursion, chains
            "cleared", // anonymizers, overwritten and cleared values, dead branches, other instances
            "collections", // arrays, lists, dictionaries and their keys
            "construction", // constructors, initialisers, records and with
            "decisions", // decisions and implicit flow
            "delegates", // delegates, closures, events
            "dispatch", // virtual, abstract, interface and generic dispatch
            "events", // events and handlers joined by generic type
            "keys", // values under string keys: bags, late-bound records, token dictionaries and templates, session
            "linq", // LINQ, both syntaxes, IQueryable
            "locals", // locals and copies
            "objects", // fields, properties and object graphs
            "patterns", // patterns, switch, null handling, exceptions
            "projects", // programs of two projects
            "purposes", // scopes, nested and inherited declarations, policy code, several purposes, dotted purposes
            "queues", // other collections, queues, channels
            "refs", // ref, out, structs, spans
            "services", // DI-shaped services, repositories, mediators, mappers, decorators
            "sinks", // recipients, logs, exceptions, serialisation
            "statics", // statics, caches, lazy, singletons
            "strings", // strings and formatting
            "tuples", // tuples and deconstruction
            "views", // view models and Razor-shaped output
        ],
        Bench.Cases.Select(static c => c.Family).Distinct().Order(StringComparer.Ordinal));

    /// <param name="chain">The methods that hand the value on.</param>
    /// <param name="around">Those that begin it and use what comes out at its end.</param>
    [Theory]
    [InlineData("calls/01-three-down", 3, 1)]
    [InlineData("calls/02-twelve-up", 12, 1)]
    [InlineData("calls/03-twenty-five-down", 25, 3)]
    [InlineData("calls/04-twenty-five-swapped-twice", 25, 3)]
    [InlineData("calls/05-sixty-methods", 60, 2)]
    [InlineData("calls/06-sixty-with-a-break", 60, 2)]
    public void Chain_IsAsLongAsItSays(string id, int chain, int around) => Assert.Equal(chain + around, CallChain.Methods(Bench.Cases.Single(c => c.Id == id)));

    [Fact]
    public void EachFamily_HasAtLeast12() => Assert.All(Bench.Cases.GroupBy(static c => c.Family), static family => Assert.True(family.Count() >= 12, $"{family.Key}: {family.Count()}"));

    [Fact]
    public void AboutSixInTen_AreViolations() => Assert.InRange(Bench.Cases.Count(static c => c.Violates) / (double)Bench.Cases.Count, 0.55, 0.65);

    [Fact]
    public void AThird_IsWrittenBlind() => Assert.InRange(Bench.Cases.Count(static c => c.Blind) / (double)Bench.Cases.Count, 1 / 3.0, 0.40);

    [Fact]
    public void EachFamily_HasViolationsAndTwins() =>
        Assert.All(Bench.Cases.GroupBy(static c => c.Family), static family => Assert.Equal([false, true], family.Select(static c => c.Violates).Distinct().Order()));

    [Fact]
    public void FileName_TellsBlindCases() => Assert.All(Bench.Cases, static c => Assert.Equal(c.Blind, c.Id[(c.Id.IndexOf('/') + 1)..].StartsWith('b')));
}
