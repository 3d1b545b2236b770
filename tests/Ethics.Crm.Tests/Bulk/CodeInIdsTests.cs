using System.Reflection;
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

    [Theory]
    [InlineData(nameof(Ids.Field), true)]
    [InlineData(nameof(Ids.Automatic), true)]
    [InlineData(nameof(Ids.Returned), true)]
    [InlineData(nameof(Ids.OfAnInterface), true)]
    [InlineData(nameof(Ids.Replaceable), false)]
    [InlineData(nameof(Ids.Found), false)]
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

public readonly struct ComparedByCode(int number) : IEquatable<ComparedByCode>
{
    public bool Equals(ComparedByCode other) => number == other.Number;

    private int Number => number;

    public override bool Equals(object? obj) => obj is ComparedByCode other && Equals(other);

    public override int GetHashCode() => number;
}
