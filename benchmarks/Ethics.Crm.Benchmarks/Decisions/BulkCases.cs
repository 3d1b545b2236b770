using Ethics.Crm;

namespace Ethics.Crm.Benchmarks.Decisions;

/// <summary>A million people in memory, of whom every second one agreed to the newsletter.</summary>
public sealed class BulkCases : IDisposable
{
    public const int People = 1_000_000;

    private readonly Fixture _fixture = new();
    private readonly Flagged[] _plain = [.. Enumerable.Range(1, People).Select(static id => new Flagged { Id = id, Email = "x", Agreed = id % 2 == 0 })];
    private readonly GuardedContact[] _guarded = [.. Enumerable.Range(1, People).Select(static id => new GuardedContact { Id = id, Email = "x" })];

    public BulkCases()
    {
        foreach (var contact in _guarded.Where(static c => c.Id % 2 == 0))
            _fixture.Consent.GrantAsync(SubjectKey.Of(contact), Purposes.Newsletter).GetAwaiter().GetResult();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Permitted();
        FirstTime = watch.Elapsed;
    }

    /// <summary>What the first look at objects costs that no code has read for anything yet: each is bound to its person.</summary>
    public TimeSpan FirstTime { get; }

    public IReadOnlyList<(string Name, Func<long> Run)> All =>
    [
        ("Where", () => _plain.Where(static p => p.Agreed).Count()),
        ("PermittedFor", Permitted),
        ("PermittedForMember", () => _guarded.PermittedFor(Purposes.Newsletter, static c => c.Email).Count()),
        // What somebody without purposes would write to have both, and no reasons.
        ("TwoLists", () => _plain.Where(static p => p.Agreed).ToList().Count + _plain.Where(static p => !p.Agreed).ToList().Count),
        ("Split", () => _guarded.SplitByPermission(Purposes.Newsletter).Permitted.Count),
    ];

    public void Dispose() => _fixture.Dispose();

    private long Permitted() => _guarded.PermittedFor(Purposes.Newsletter).Count();

    private sealed class Flagged
    {
        public required int Id { get; init; }

        public required string Email { get; set; }

        public required bool Agreed { get; init; }
    }
}
