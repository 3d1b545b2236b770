using Ethics.Crm;

namespace Ethics.Crm.Benchmarks.Decisions;

/// <summary>A million people in memory, of whom every second one agreed to the newsletter; and a million whose answers and reasons come in no order.</summary>
public sealed class BulkCases : IDisposable
{
    public const int People = 1_000_000;

    // Behind those whom the fixture knows already.
    private const int First = 1001;

    private readonly Fixture _fixture = new();
    private readonly Flagged[] _plain = [.. Enumerable.Range(First, People).Select(static id => new Flagged { Id = id, Email = "x", Agreed = id % 2 == 0 })];
    private readonly GuardedContact[] _guarded = [.. Enumerable.Range(First, People).Select(static id => new GuardedContact { Id = id, Email = "x" })];
    private readonly Flagged[] _plainInNoOrder;
    private readonly GuardedContact[] _guardedInNoOrder;

    public BulkCases()
    {
        (_plainInNoOrder, _guardedInNoOrder) = InNoOrder();
        foreach (var contact in _guarded.Where(static c => c.Id % 2 == 0))
            _fixture.Consent.GrantAsync(SubjectKey.Of(contact), Purposes.Newsletter).GetAwaiter().GetResult();
        Check(_guardedInNoOrder.SplitByPermission(Purposes.Newsletter), _plainInNoOrder.Count(static p => p.Agreed), reasons: 3);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Permitted();
        FirstTime = watch.Elapsed;
        watch.Restart();
        var split = _guarded.SplitByPermission(Purposes.Newsletter);
        FirstSplit = watch.Elapsed;
        Check(split, People / 2, reasons: 1);
        CheckMember();
    }

    /// <summary>What the first look at objects costs that no code has read for anything yet: each is bound to its person.</summary>
    public TimeSpan FirstTime { get; }

    /// <summary>What the first split costs of people who are bound: the reason of each is found out by key.</summary>
    public TimeSpan FirstSplit { get; }

    public IReadOnlyList<(string Name, Func<long> Run)> All =>
    [
        ("Where", () => _plain.Where(static p => p.Agreed).Count()),
        ("PermittedFor", Permitted),
        ("PermittedForMember", () => _guarded.PermittedFor(Purposes.Newsletter, static c => c.Email).Count()),
        // What somebody without purposes would write to have both, and no reasons.
        ("TwoLists", () => _plain.Where(static p => p.Agreed).ToList().Count + _plain.Where(static p => !p.Agreed).ToList().Count),
        ("Split", () => _guarded.SplitByPermission(Purposes.Newsletter).Permitted.Count),
        ("WhereInNoOrder", () => _plainInNoOrder.Where(static p => p.Agreed).Count()),
        ("SplitInNoOrder", () => _guardedInNoOrder.SplitByPermission(Purposes.Newsletter).Permitted.Count),
    ];

    public void Dispose() => _fixture.Dispose();

    private long Permitted() => _guarded.PermittedFor(Purposes.Newsletter).Count();

    private static void Check(PermittedSplit<GuardedContact> split, int permitted, int reasons)
    {
        if (split.Permitted.Count != permitted || split.Refused.Count != People - permitted || split.Refused.Select(static one => one.Decision.Refusal).Distinct().Count() != reasons)
            throw new InvalidOperationException($"The lists that are measured are not those that were meant: {split}, {string.Join(", ", split.Refused.CountBy(static one => one.Decision.Refusal.ToString()!))}.");
    }

    private void CheckMember()
    {
        if (_guarded.PermittedFor(Purposes.Newsletter, static c => c.Email).Count() != People / 2)
            throw new InvalidOperationException("The list with a member is not the one that was meant.");
    }

    // Half of them agreed, the others never said anything, withdrew, or had all use restricted.
    private (Flagged[] Plain, GuardedContact[] Guarded) InNoOrder()
    {
        var chance = new Random(1);
        int[] answers = [.. Enumerable.Range(0, People).Select(_ => chance.Next(8))];
        // Each in a row, as the others are: where an object lies costs more than what is asked of it.
        Flagged[] plain = [.. answers.Select(static (answer, i) => new Flagged { Id = First + People + i, Email = "x", Agreed = answer < 4 })];
        GuardedContact[] guarded = [.. answers.Select(static (_, i) => new GuardedContact { Id = First + People + i, Email = "x" })];
        for (var i = 0; i < People; i++)
        {
            var person = SubjectKey.Of(guarded[i]);
            if (answers[i] < 4)
                _fixture.Consent.GrantAsync(person, Purposes.Newsletter).GetAwaiter().GetResult();
            else if (answers[i] == 4)
                _fixture.Consent.WithdrawAsync(person, Purposes.Newsletter).GetAwaiter().GetResult();
            else if (answers[i] == 5)
                _fixture.Consent.RestrictAsync(person, "contested").GetAwaiter().GetResult();
        }

        return (plain, guarded);
    }

    private sealed class Flagged
    {
        public required int Id { get; init; }

        public required string Email { get; set; }

        public required bool Agreed { get; init; }
    }
}
