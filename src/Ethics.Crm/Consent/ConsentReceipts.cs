using Ethics.Crm.Decisions;

namespace Ethics.Crm.Consent;

/// <summary>Receipts from whichever ledger the application has, by the policy in force.</summary>
internal sealed class ConsentReceipts(CrmHost host, IConsentLedger ledger, TimeProvider clock) : IConsentReceipts
{
    // Nobody decides so often that it is another thing each time, but for code that does so whenever it is asked.
    private const int Rounds = 8;

    public async Task<ConsentReceipt?> IssueAsync(SubjectKey subject, string purpose, CancellationToken ct = default)
    {
        var table = host.Table;
        if (purpose is null || !table.Document.Purposes.TryGetValue(purpose, out var declared))
            throw new ArgumentException($"The policy does not declare the purpose '{purpose}'.", nameof(purpose));
        var key = host.Normalise(subject);
        var (standing, history) = await AtOneMoment(() => host.StandingOf(key, purpose, declared, table), key, ct).ConfigureAwait(false);
        var bearing = history.Where(e => e.Purpose is null || ConsentStanding.Covers(e.Purpose, purpose)).ToList();
        if (bearing.Count == 0)
            return null;

        var now = clock.GetUtcNow();
        var state = StateOf(standing.Refusal);
        var id = Guid.NewGuid().ToString("D");
        var json = new ConsentReceiptWriter(table, purpose, declared).Write(id, key, state, standing.Deciding, bearing, now);
        return new ConsentReceipt(id, purpose, state, now, json);
    }

    private async Task<(ConsentStanding Standing, IReadOnlyList<ConsentEntry> History)> AtOneMoment(Func<ConsentStanding> ask, SubjectKey key, CancellationToken ct)
    {
        for (var round = 0; round < Rounds; round++)
        {
            // State and history must not be of two moments.
            var standing = ask();
            var history = await ledger.HistoryAsync(key, ct).ConfigureAwait(false);
            if (ask().Deciding == standing.Deciding)
                return (standing, history);
        }

        throw new InvalidOperationException("What the person decided changes whenever it is asked for, so that no receipt can be issued of it. Issue it once the decisions that are under way have been recorded.");
    }

    private static ConsentState StateOf(Refusal? refusal) => refusal switch
    {
        null => ConsentState.Given,
        Refusal.ConsentWithdrawn => ConsentState.Withdrawn,
        Refusal.Objection => ConsentState.Objected,
        Refusal.ConsentLapsed => ConsentState.Lapsed,
        Refusal.Restriction => ConsentState.Restricted,
        _ => ConsentState.Missing,
    };
}
