using System.Collections.Concurrent;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>The rulings of one policy that have been asked for. Only names that the policy or the program knows are kept: whoever asks for others must not fill the memory.</summary>
internal sealed class Rulings(PolicyTable table)
{
    // A power of two. Code asks with the same few texts again and again.
    private readonly Kept?[] _recent = new Kept?[64];
    private readonly ConcurrentDictionary<(string Name, string Purpose, string? Recipient), Kept> _kept = new();

    /// <summary>The ruling; null when the name is neither a category nor a labelled member.</summary>
    /// <exception cref="UnreadableMemberException">A type that is needed to know cannot be loaded.</exception>
    public Ruling? Of(string name, string purpose, string? recipient)
    {
        // What is known of a name grows when an assembly is loaded or a guarded type is used for the first time: another type may share it, and forbid.
        var known = Knowledge;
        ref var recent = ref _recent[(name.Length * 7 + purpose.Length + (recipient?.Length ?? 0) * 3) & (_recent.Length - 1)];
        if (recent is { } last && last.Knowledge == known && last.Ruling.Name == name && last.Ruling.Purpose == purpose && last.Ruling.Recipient == recipient)
            return last.Ruling;
        if (!_kept.TryGetValue((name, purpose, recipient), out var kept) || kept.Knowledge != known)
        {
            var labels = PurposeDecisions.LabelsOf(table, name);
            if (labels.Count == 0)
                return null;
            kept = new Kept(Ruling.Of(table, name, purpose, recipient, labels), known);
            if (!table.HasPurpose(purpose) || (recipient is not null && !table.HasRecipient(recipient)) || known != Knowledge)
                return kept.Ruling;
            _kept[(name, purpose, recipient)] = kept;
        }

        recent = kept;
        return kept.Ruling;
    }

    private static (int, int) Knowledge => (GateRuntime.Registrations, DeclaredMembers.Loads);

    private sealed record Kept(Ruling Ruling, (int, int) Knowledge);
}
