using System.Collections;
using System.Collections.Immutable;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.AspNetCore.Identity.Look;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Tests.Logging;

/// <summary>In what an object may stand whose type nobody names, and the same with nothing of a person in it.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class LoggedShapeTests : IDisposable
{
    private readonly Seen _seen = new();
    private readonly TestHost _host;
    private readonly ILogger _logger;

    public LoggedShapeTests()
    {
        _host = new TestHost(TestHost.With("\"attributes\": { \"Microsoft.AspNetCore.Identity.Look.PersonalAttribute\": { \"category\": \"contact.email\" } }, \"fields\": { \"Microsoft.AspNetCore.Identity.Look.Login.Key\": { \"category\": \"contact.email\" } }"), start: false, services: all =>
            all.AddSingleton<ILoggerFactory>(_ => LoggerFactory.Create(b => b.AddProvider(_seen))).AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddEthicsCrm().AddLogRedaction());
        _host.Services.UseEthicsCrm();
        _logger = _host.Services.GetRequiredService<ILogger<LoggedShapeTests>>();
    }

    public void Dispose() => _host.Dispose();

    public static TheoryData<string> Shapes => ["itself", "envelope", "class", "computed", "base", "set", "immutable set", "immutable list", "queue", "tuple", "long tuple", "reference tuple", "pair", "dictionary", "anonymous", "array of arrays", "lazy value", "sequence in an envelope", "deep", "wide"];

    [Theory, MemberData(nameof(Shapes))]
    public void Labelled_IsRedacted_AndTheSameWithoutIsPassedOnAsItIs(string shape)
    {
        var value = Shape(shape, new Note("secret"));
        _logger.LogInformation("Seen {Value}", value);
        Assert.StartsWith("Seen [", Assert.Single(_seen.Messages), StringComparison.Ordinal);
        Assert.EndsWith(": redacted]", _seen.Messages[0], StringComparison.Ordinal);

        if (shape is "sequence in an envelope" or "deep" or "wide")
            return;
        var plain = Shape(shape, new Remark("public"));
        _logger.LogInformation("Seen {Value}", plain);
        Assert.DoesNotContain("redacted", _seen.Messages[1], StringComparison.Ordinal);
        Assert.Same(plain, _seen.Values[1]);
    }

    private static object Shape(string shape, object note) => shape switch
    {
        "itself" => note,
        "envelope" => new Envelope(note),
        "class" => new Box { Held = note },
        "computed" => new Computed(note),
        "base" => new Parent(note is Note labelled ? new LabelledChild(labelled.Text) : new Child()),
        "set" => new HashSet<object> { note },
        "immutable set" => ImmutableHashSet.Create(note),
        "immutable list" => ImmutableList.Create(note),
        "queue" => new Queue<object>([note]),
        "tuple" => (1, note),
        "long tuple" => (1, 2, 3, 4, 5, 6, 7, 8, note),
        "reference tuple" => Tuple.Create("a", note),
        "pair" => new KeyValuePair<string, object>("a", note),
        "dictionary" => new SortedList<string, object> { ["a"] = note },
        "anonymous" => new { Item = note },
        "array of arrays" => new object[] { new object[] { note } },
        "lazy value" => new Lazy<object>(note),
        "sequence in an envelope" => new Envelope(Enumerable.Range(0, 1).Select(_ => note)),
        "deep" => Enumerable.Range(0, 20).Aggregate(note, static (inner, _) => new Envelope(inner)),
        _ => Enumerable.Range(0, 2000).Select(static _ => (object)new Envelope(1)).ToList(),
    };

    [Fact]
    public void Sequence_IsRunOnceByTheLog_AndLookedAtWhileItRuns()
    {
        var runs = 0;
        _logger.LogInformation("Seen {Value}", Some());

        Assert.Equal("Seen 1, [Note: redacted], Remark { Text = public }", Assert.Single(_seen.Messages));
        Assert.Equal(1, runs);
        Assert.DoesNotContain("secret", _seen.Values[0]!.ToString(), StringComparison.Ordinal);

        IEnumerable<object> Some()
        {
            runs++;
            yield return 1;
            yield return new Note("secret");
            yield return new Remark("public");
        }
    }

    [Fact]
    public void SequenceOfTextsOrNumbers_IsPassedOnAsItIs()
    {
        var numbers = Enumerable.Range(0, 3).Select(static one => one);
        _logger.LogInformation("Seen {Value}", numbers);

        Assert.Equal("Seen 0, 1, 2", Assert.Single(_seen.Messages));
        Assert.Same(numbers, _seen.Values[0]);
    }

    [Fact]
    public void StateThatIsASequence_IsRunOnce()
    {
        var runs = 0;
        _logger.Log(LogLevel.Information, default, Pairs(new Remark("public")), null, static (_, _) => "text");
        _logger.Log(LogLevel.Information, default, Pairs(new Note("secret")), null, static (_, _) => "text");

        Assert.Equal(2, runs);
        Assert.Equal("text", _seen.Messages[0]);
        Assert.Equal("a: [Note: redacted]", _seen.Messages[1]);

        IEnumerable<KeyValuePair<string, object?>> Pairs(object value)
        {
            runs++;
            yield return new("a", value);
        }
    }

    [Fact]
    public void NothingOfTheProgramIsRun_ToLookIntoAnObject()
    {
        var counting = new Counting { Held = 1 };
        _logger.LogInformation("Seen {Value}", counting);

        Assert.Equal(0, counting.Reads);
    }

    [Fact]
    public void ParentsAndChildrenThatNameEachOther_ArePassedOn()
    {
        var parent = new Node();
        parent.Next = new Node { Next = parent };
        _logger.LogInformation("Seen {Value}", parent);

        Assert.Equal("Seen node", Assert.Single(_seen.Messages));
    }

    [Fact]
    public void LabelledMemberThatOnlyTheProgramSees_Counts_WhereItsTextShowsIt()
    {
        _logger.LogInformation("{A} {B} {C}", new Inner(), new Private(), new Unlabelled());

        Assert.Equal("[Inner: redacted] [Private: redacted] shown", Assert.Single(_seen.Messages));
    }

    [Fact]
    public void TypeOfALibrary_ThatThePolicyNames_IsRedacted_AndItsNeighbourIsNot()
    {
        _logger.LogInformation("{User} {Login} {Role} {Held}", new IdentityUser { UserName = "secret" }, new Login { Key = "secret" }, new Role(), new Envelope(new IdentityUser { UserName = "secret" }));

        Assert.Equal("[IdentityUser: redacted] [Login: redacted] role [Envelope: redacted]", Assert.Single(_seen.Messages));
    }

    [Fact]
    public void FalseNegative_WhatAPrivateFieldHoldsAndTheTextShows_IsNotLookedAt()
    {
        _logger.LogInformation("{Value}", new Teller(new Note("secret")));

        Assert.Contains("secret", Assert.Single(_seen.Messages), StringComparison.Ordinal);
    }

    /// <summary>What most log lines hold costs no memory to look at, once its type is known.</summary>
    [Fact]
    public void OrdinaryValues_AreLookedAtWithoutAllocating()
    {
        object?[] ordinary = ["text", 42, Guid.NewGuid(), DateTimeOffset.Now, null, new Uri("https://a/"), new[] { "a", "b" }, new List<int> { 1 }, new Remark("public"), new Dictionary<string, string> { ["a"] = "b" }, new InvalidOperationException()];
        Array.ForEach(ordinary, static one => Ethics.Crm.Logging.LoggedValues.Redacted(one));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            foreach (var one in ordinary)
                Ethics.Crm.Logging.LoggedValues.Redacted(one);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    public sealed record Note([property: DataCategory("contact.email"), CollectedFor("support")] string Text);

    public sealed record Remark(string Text);

    public sealed record Envelope(object Body);

    public sealed class Box
    {
        public object? Held;
    }

    public sealed class Computed(object held)
    {
        private readonly object _held = held;

        public object Held => _held;
    }

    public class Child;

    public sealed class LabelledChild(string text) : Child
    {
        [DataCategory("contact.email"), CollectedFor("support")]
        public string Text => text;
    }

    public sealed record Parent(Child Child);

    public sealed class Counting
    {
        private object? _held;

        public int Reads { get; private set; }

        public object? Held
        {
            get
            {
                Reads++;
                return _held;
            }

            set => _held = value;
        }

        public override string ToString() => "counting";
    }

    public sealed class Node
    {
        public Node? Next { get; set; }

        public override string ToString() => "node";
    }

    public sealed class Inner
    {
        [DataCategory("contact.email"), CollectedFor("support")]
        internal string Mail { get; set; } = "secret";

        public override string ToString() => Mail;
    }

    public sealed class Private
    {
        [DataCategory("contact.email"), CollectedFor("support")]
        private readonly string _mail = "secret";

        public override string ToString() => _mail;
    }

    public sealed class Unlabelled
    {
        internal string Shown { get; set; } = "shown";

        public override string ToString() => Shown;
    }

    public sealed class Teller(object held)
    {
        public override string ToString() => $"told {held}";
    }

    private sealed class Seen : ILoggerProvider, ILogger
    {
        public List<string> Messages { get; } = [];

        public List<object?> Values { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Messages.Add(formatter(state, exception));
            Values.Add(state is IReadOnlyList<KeyValuePair<string, object?>> pairs ? pairs[0].Value : state);
        }

        public void Dispose()
        {
        }
    }
}
