using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Ethics.Crm.Bulk;
using Ethics.Crm.Tests.Fixtures;

namespace Ethics.Crm.Tests.Bulk;

/// <summary>Ids that code of the application finds or compares: it runs on the thread of whoever asks, because it may wait for what that thread holds.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class CodeInIdsTests : IDisposable
{
    // Four sections.
    private const int Count = 100_003;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task LockThatTheCallerHolds_MayBeTakenByAnId()
    {
        var shared = new Lock();
        Locking[] items = [.. Enumerable.Range(0, Count).Select(_ => new Locking(shared))];
        await _host.Ledger.GrantAsync(SubjectKey.Of(items[0]), "marketing");

        // Bound to its person at the first look.
        for (var i = 0; i < 2; i++)
            Assert.Equal(Count, await Task.Run(CountWithLock).WaitAsync(s_patience));

        int CountWithLock()
        {
            lock (shared)
                return items.SplitByPermission("marketing").Permitted.Count;
        }
    }

    /// <summary>What the caller keeps in its context may tell code of the caller that it has changed thread.</summary>
    [Fact]
    public async Task ContextOfTheCaller_IsOnNoOtherThread()
    {
        Contact[] items = [.. Enumerable.Range(0, Count).Select(static _ => new Contact { Id = 1, Email = "value" })];
        await _host.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        items.SplitByPermission("marketing");
        var threads = new ConcurrentBag<int>();
        var watched = new AsyncLocal<int>(_ => threads.Add(Environment.CurrentManagedThreadId));
        watched.Value = 1;

        for (var i = 0; i < 20; i++)
            Assert.Equal(Count, items.SplitByPermission("marketing").Permitted.Count);

        Assert.Equal([Environment.CurrentManagedThreadId], threads.Distinct());
    }

    /// <summary>Equal ids of two texts are two people.</summary>
    [Fact]
    public async Task IdThatAnInterfaceCompares_IsThePersonOfItsText()
    {
        Coded[] items = [new() { Id = new("a") }];
        await _host.Ledger.GrantAsync(SubjectKey.Of(items[0]), "marketing");
        Assert.Single(items.PermittedFor("marketing"));

        items[0].Id = new("A");

        Assert.Empty(items.PermittedFor("marketing"));
        Assert.Equal("ConsentMissing", Reading.In("marketing", () => items[0].Email));
    }

    [Theory]
    [InlineData(nameof(Ids.Field), true)]
    [InlineData(nameof(Ids.Automatic), true)]
    [InlineData(nameof(Ids.Returned), true)]
    [InlineData(nameof(Ids.OfAnInterface), true)]
    [InlineData(nameof(Ids.Replaceable), false)]
    [InlineData(nameof(Ids.Found), false)]
    [InlineData(nameof(Ids.Locked), false)]
    [InlineData(nameof(Ids.Static), false)]
    [InlineData(nameof(Ids.WriteOnly), false)]
    [InlineData(nameof(Ids.Nothing), false)]
    public void ReadingAnId_IsPlain_WhereItIsAField(string member, bool expected) => Assert.Equal(expected, PlainKeys.ReadsOnlyAField(typeof(Ids).GetMember(member)[0]));

    [Theory]
    [InlineData(typeof(int), true)]
    [InlineData(typeof(string), true)]
    [InlineData(typeof(Guid?), true)]
    [InlineData(typeof(Subjects.CustomerId), true)]
    [InlineData(typeof((int, string)), true)]
    [InlineData(typeof(ComparedByCode), false)]
    [InlineData(typeof(ComparedByAnInterface), false)]
    [InlineData(typeof(ComparedByItsContract), false)]
    [InlineData(typeof(object), false)]
    [InlineData(typeof(Uri), false)]
    public void ComparingAnId_IsPlain_WhereTheCompilerWroteIt(Type key, bool expected) => Assert.Equal(expected, PlainKeys.ComparesParts(key));

    private interface IHasId
    {
        int OfAnInterface { get; }
    }

    private class Ids : IHasId
    {
        public int Field = 1;

        public int Automatic { get; set; }

        public int Returned => Field;

        public int OfAnInterface { get; init; }

        public virtual int Replaceable { get; set; }

        public int Found => Field + 1;

        public int Locked
        {
            [MethodImpl(MethodImplOptions.Synchronized)]
            get;
            set;
        }

        public static int Static { get; set; }

        public int WriteOnly
        {
            set => Field = value;
        }

        public int Nothing() => 0;
    }
}

[DataSubject]
public sealed partial class Locking(Lock shared)
{
    [DataSubjectId]
    public int Id
    {
        get
        {
            lock (shared)
                return 1;
        }
    }

    [DataCategory("contact.email"), CollectedFor("support", "marketing")]
    public partial string? Email { get; set; }
}

[DataSubject]
public sealed partial class Coded
{
    [DataSubjectId]
    public ComparedByAnInterface Id { get; set; }

    [DataCategory("contact.email"), CollectedFor("support", "marketing")]
    public partial string? Email { get; set; } = "value";
}

public interface ISameText<T> : IEquatable<T>
    where T : ISameText<T>
{
    string Text { get; }

    bool IEquatable<T>.Equals(T? other) => string.Equals(Text, other?.Text, StringComparison.OrdinalIgnoreCase);
}

public readonly struct ComparedByAnInterface(string text) : ISameText<ComparedByAnInterface>
{
    public string Text => text;

    public override string ToString() => text;
}

public sealed record ComparedByItsContract(int Number)
{
    private Type EqualityContract => Number > 0 ? typeof(ComparedByItsContract) : throw new InvalidOperationException("no number");
}

public readonly struct ComparedByCode(int number) : IEquatable<ComparedByCode>
{
    public bool Equals(ComparedByCode other) => number == other.Number;

    private int Number => number;

    public override bool Equals(object? obj) => obj is ComparedByCode other && Equals(other);

    public override int GetHashCode() => number;
}
