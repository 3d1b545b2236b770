using System.Collections;
using System.Collections.Immutable;
using System.Data;
using System.Diagnostics;
using System.Dynamic;
using System.Runtime.CompilerServices;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.AspNetCore.Identity.Look;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Ethics.Crm.Tests.Logging;

/// <summary>Types of the framework that hold an object of which their own type says nothing, logged with a provider that shows what it gets by its properties.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class HolderTests : IDisposable
{
    private readonly Destructuring _provider = new();

    // References that are weak are to have something to refer to.
    private readonly List<object> _kept = [];
    private readonly TestHost _host;

    public HolderTests()
    {
        _host = new TestHost(start: false, services: all =>
            all.AddSingleton<ILoggerFactory>(_ => LoggerFactory.Create(b => b.AddProvider(_provider))).AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddEthicsCrm().AddLogRedaction());
        _host.Services.UseEthicsCrm();
    }

    public void Dispose() => _host.Dispose();

    public static TheoryData<string> Holders =>
    [
        "weak reference", "weak references", "created lazy value", "task", "asynchronous method", "value task", "value task of a task", "task with state", "task source", "strong box", "immutable array", "grouping",
        "lookup", "function", "functions", "function in an object", "method of it", "keys", "hashtable", "entry", "entries", "rank 2", "expando", "table", "row", "view", "set", "deleted row", "segment", "priority queue",
        "node", "data of an exception", "inner exception", "one of several exceptions", "refused value", "exception in an object", "answer of a library", "extensions of a library's", "activity", "options", "structure", "nested", "concurrent",
    ];

    /// <summary>The control: without anything that looks first, the provider shows what they hold.</summary>
    [Theory, MemberData(nameof(Holders))]
    public void WithoutRedaction_WhatIsInside_IsShown(string holder)
    {
        using var factory = LoggerFactory.Create(b => b.AddProvider(_provider));
        factory.CreateLogger("test").LogInformation("Seen {@Value}", Holder(holder, new LoggedShapeTests.Note("secret")));
        Assert.Contains("secret", Assert.Single(_provider.Shown), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Holders))]
    public void Labelled_IsRedacted_AndTheSameWithoutIsPassedOnAsItIs(string holder)
    {
        var logger = _host.Services.GetRequiredService<ILogger<HolderTests>>();
        logger.LogInformation("Seen {@Value}", Holder(holder, new LoggedShapeTests.Note("secret")));
        logger.LogInformation("Seen {Value}", Holder(holder, new LoggedShapeTests.Note("secret")));
        using (logger.BeginScope("in {@Value}", Holder(holder, new LoggedShapeTests.Note("secret"))))
        {
        }

        Assert.All(_provider.Shown, static shown => Assert.EndsWith(": redacted]", shown, StringComparison.Ordinal));
        Assert.Equal(3, _provider.Shown.Count);

        var plain = Holder(holder, new LoggedShapeTests.Remark("public"));
        logger.LogInformation("Seen {@Value}", plain);
        Assert.Same(plain, _provider.Values[^1]);
    }

    /// <summary>Nothing is made or waited for to look at it.</summary>
    [Theory]
    [InlineData("lazy value")]
    [InlineData("pending task")]
    [InlineData("thread local")]
    [InlineData("async local")]
    public void WhatIsNotThereYet_OrElsewhereAnother_IsRedacted_AndWhereItCanBeNothingOfAPerson_PassedOn(string holder)
    {
        var made = 0;
        object Make()
        {
            made++;
            return new LoggedShapeTests.Note("secret");
        }

        object value = holder switch
        {
            "lazy value" => new Lazy<object>(Make),
            "pending task" => new TaskCompletionSource<object>().Task,
            "thread local" => new ThreadLocal<object>(Make),
            _ => new AsyncLocal<object>(),
        };
        object plain = holder switch
        {
            "lazy value" => new Lazy<string>(static () => "public"),
            "pending task" => new TaskCompletionSource<int>().Task,
            "thread local" => new ThreadLocal<string>(static () => "public"),
            _ => new AsyncLocal<string>(),
        };
        var logger = _host.Services.GetRequiredService<ILogger<HolderTests>>();
        // What is pending would be waited for.
        _provider.OnlyKeeps = true;
        logger.LogInformation("Seen {Value}", value);
        logger.LogInformation("Seen {Value}", plain);

        Assert.EndsWith(": redacted]", (string)_provider.Values[0]!, StringComparison.Ordinal);
        Assert.Same(plain, _provider.Values[1]);
        Assert.Equal(0, made);
    }

    [Fact]
    public void ReferenceWhoseTargetIsGone_AndOneOfAnUnlabelledTarget_ArePassedOn_OneThatTellsItsTargetItselfIsNot()
    {
        var logger = _host.Services.GetRequiredService<ILogger<HolderTests>>();
        var note = new LoggedShapeTests.Note("secret");
        var own = new OwnReference(note);
        object[] values = [new WeakReference(null), new WeakReference("public"), new WeakReference<object>(new LoggedShapeTests.Remark("public")), new WeakReference<object>(note), own];
        foreach (var value in values)
            logger.LogInformation("Seen {Value}", value);

        Assert.Equal(values[..3], _provider.Values.Take(3));
        Assert.Equal(["[WeakReference<Object>: redacted]", "[OwnReference: redacted]"], _provider.Values.Skip(3));
        Assert.Equal(0, own.Asked);
        GC.KeepAlive(note);
    }

    /// <summary>Neither fails a log call that only looks.</summary>
    [Fact]
    public void WhatCannotBeGoneThrough_IsRedacted_AndTheCallDoesNotFail()
    {
        var table = Table(new LoggedShapeTests.Remark("public"));
        var removed = table.Rows[0];
        table.Rows.Remove(removed);
        var logger = _host.Services.GetRequiredService<ILogger<HolderTests>>();
        object[] values = [default(ImmutableArray<object>), removed, ValueTasks.OfASource()];
        foreach (var value in values)
            logger.LogInformation("Seen {@Value}", value);

        Assert.All(_provider.Shown, static shown => Assert.EndsWith(": redacted]", shown, StringComparison.Ordinal));
    }

    /// <summary>Types of the framework that derive from what is made from themselves lie behind its fields.</summary>
    [Fact]
    public void ChannelAndTheLike_AreLookedAt_AndTheProgramGoesOn()
    {
        _provider.OnlyKeeps = true;
        var logger = _host.Services.GetRequiredService<ILogger<HolderTests>>();
        var channel = System.Threading.Channels.Channel.CreateUnbounded<object>();
        channel.Writer.TryWrite("public");
        object[] values = [channel, System.Threading.Channels.Channel.CreateBounded<string>(1)];
        foreach (var value in values)
            logger.LogInformation("Seen {Value}", value);

        Assert.Equal(2, _provider.Values.Count);
        Assert.Same(values[1], _provider.Values[1]);
    }

    /// <summary>What this provider does not show another may.</summary>
    [Fact]
    public void KeyOfAGroup_AndWhatAPieceOfMemoryIsOf_Count()
    {
        var logger = _host.Services.GetRequiredService<ILogger<HolderTests>>();
        foreach (var one in new object[] { new LoggedShapeTests.Note("secret"), new LoggedShapeTests.Remark("public") })
        {
            logger.LogInformation("Seen {@Value}", new[] { 1 }.GroupBy(_ => one).Single());
            logger.LogInformation("Seen {@Value}", new Memory<object>([one]));
        }

        Assert.Equal([true, true, false, false], _provider.Values.Select(static one => one is string));
    }

    [Fact]
    public void TextsAndNumbersInThem_ArePassedOn()
    {
        var logger = _host.Services.GetRequiredService<ILogger<HolderTests>>();
        var table = new DataTable("t") { Columns = { { "n", typeof(int) } } };
        for (var i = 0; i < 2000; i++)
            table.Rows.Add(i);
        object[] values = [new StringValues(["a", "b"]), table, Task.FromResult("a"), new Lazy<int>(static () => 1), new InvalidOperationException("text"), (Func<int>)(static () => 1), new int[2, 2], new ArraySegment<string>(["a"]), new Memory<int>([1])];
        foreach (var value in values)
            logger.LogInformation("Seen {@Value}", value);

        Assert.Equal(values, _provider.Values);
    }

    private object Holder(string holder, object note)
    {
        var task = Task.FromResult<object>(new StrongBox<object>(note));
        _kept.AddRange([note, task]);
        return Holder(holder, note, task);
    }

    private static object Holder(string holder, object note, Task<object> task) => holder switch
    {
        "weak reference" => new WeakReference(note),
        "weak references" => new List<WeakReference> { new(note) },
        "created lazy value" => Created(new Lazy<object>(() => note)),
        "task" => Task.FromResult(note),
        "asynchronous method" => Later(note),
        "value task" => new ValueTask<object>(note),
        "value task of a task" => new ValueTask<object>(Task.FromResult(note)),
        "task with state" => new Task(static _ => { }, note),
        "task source" => Set(new TaskCompletionSource<object>(), note),
        "strong box" => new StrongBox<object>(note),
        "immutable array" => ImmutableArray.Create(note),
        "grouping" => new[] { note }.GroupBy(static _ => 1).Single(),
        "lookup" => new object[] { new[] { note }.ToLookup(static _ => 1).Single() },
        "function" => (Func<object>)(() => note),
        "functions" => (Action)(() => GC.KeepAlive(note)) + (() => GC.KeepAlive(note)),
        "function in an object" => new Handler { Handle = () => GC.KeepAlive(note) },
        "method of it" => (Func<string?>)note.ToString,
        "keys" => new Dictionary<object, int> { [note] = 1 },
        "hashtable" => new Hashtable { ["a"] = note },
        "entry" => new DictionaryEntry("a", note),
        "entries" => new Hashtable { ["a"] = note }.Cast<DictionaryEntry>().ToList(),
        "rank 2" => new[,] { { note } },
        "expando" => Filled(new ExpandoObject(), note),
        "table" => Table(note),
        "row" => Table(note).Rows[0],
        "view" => Table(note).DefaultView,
        "set" => new DataSet { Tables = { Table(note) } },
        "deleted row" => Deleted(Table(note)),
        "segment" => new ArraySegment<object>([note]),
        "priority queue" => new PriorityQueue<object, int>([(note, 1)]),
        "node" => new LinkedList<object>([note]).First!,
        "data of an exception" => new InvalidOperationException { Data = { ["a"] = note } },
        "inner exception" => new InvalidOperationException("", new Told(note)),
        "one of several exceptions" => new AggregateException(new InvalidOperationException(), new Told(note)),
        "refused value" => new ArgumentOutOfRangeException("one", note, ""),
        "exception in an object" => new Failure(new Told(note)),
        "answer of a library" => new Answer { Value = note },
        "extensions of a library's" => new Problem { Extensions = { ["a"] = note } },
        "activity" => new Activity("a").SetTag("a", note),
        "options" => Options.Create(note),
        "structure" => new LoggedShapeTests.Envelope(note is LoggedShapeTests.Note ? (object)(Marked?)new Marked() : (Unmarked?)new Unmarked()),
        "concurrent" => new System.Collections.Concurrent.ConcurrentDictionary<string, object>([new("a", note)]),
        _ => new LoggedShapeTests.Envelope(Tuple.Create(new WeakReference(task))),
    };

    private static Lazy<object> Created(Lazy<object> lazy)
    {
        _ = lazy.Value;
        return lazy;
    }

    private static async Task<object> Later(object note) => await Task.FromResult(note);

    private static TaskCompletionSource<object> Set(TaskCompletionSource<object> source, object note)
    {
        source.SetResult(note);
        return source;
    }

    private static ExpandoObject Filled(IDictionary<string, object?> bag, object note)
    {
        bag["a"] = note;
        return (ExpandoObject)bag;
    }

    private static DataTable Table(object note)
    {
        var table = new DataTable("t") { Columns = { { "a", typeof(object) } } };
        table.Rows.Add(note);
        table.AcceptChanges();
        return table;
    }

    private static DataRow Deleted(DataTable table)
    {
        table.Rows[0].Delete();
        return table.Rows[0];
    }

    public sealed class Handler
    {
        public Action? Handle { get; set; }
    }

    public sealed class Told(object about) : Exception
    {
        public object About { get; } = about;
    }

    public sealed record Failure(Exception Error);

    public struct Marked
    {
        public Marked()
        {
        }

        [DataCategory("contact.email"), CollectedFor("support")]
        public string Mail { get; set; } = "secret";
    }

    public struct Unmarked
    {
        public string Mail { get; set; }
    }
}
