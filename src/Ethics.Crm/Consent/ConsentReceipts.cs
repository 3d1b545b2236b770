using Ethics.Crm.Decisions;

namespace Ethics.Crm.Consent;

/// <summary>Receipts from whichever ledger the application has, by the policy in force.</summary>
internal sealed class ConsentReceipts(CrmHost host, IConsentLedger ledger, TimeProvider clock) : IConsentReceipts
{
    public async Task<ConsentReceipt?> IssueAsync(SubjectKey subject, string purpose, CancellationToken ct = default)
    {
        var table = host.Table;
        if (purpose is null || !table.Document.Purposes.TryGetValue(purpose, out var declared))
            throw new ArgumentException($"The policy does not declare the purpose '{purpose}'.", nameof(purpose));
        var key = host.Normalise(subject);
        IReadOnlyList<ConsentEntry> history;
        ConsentStanding standing;
        do
        {
            // State and history must not be of two moments.
            standing = host.StandingOf(key, purpose, declared, table);
            history = await ledger.HistoryAsync(key, ct).ConfigureAwait(false);
        }
        while (host.StandingOf(key, purpose, declared, table).Deciding != standing.Deciding);

        var bearing = history.Where(e => e.Purpose is null || ConsentStanding.Covers(e.Purpose, purpose)).ToList();
        if (bearing.Count == 0)
            return null;

        var now = clock.GetUtcNow();
        var state = StateOf(standing.Refusal);
        var id = Guid.NewGuid().ToString("D");
        var json = new ConsentReceiptWriter(table, purpose, declared).Write(id, key, state, standing.Deciding, bearing, now);
        return new ConsentReceipt(id, purpose, state, now, json);
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
