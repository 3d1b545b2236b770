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

    /// <summary>One that was asked for a moment ago; null when it has to be looked up, or is none.</summary>
    public Ruling? Recent(string name, string purpose, string? recipient) =>
        _recent[PlaceOf(name, purpose, recipient)] is { } last && last.Loads == DeclaredMembers.Loads && last.Registrations == GateRuntime.Registrations
        && last.Ruling.Name == name && last.Ruling.Purpose == purpose && last.Ruling.Recipient == recipient
            ? last.Ruling
            : null;

    /// <summary>The ruling; null when the name is neither a category nor a labelled member.</summary>
    /// <exception cref="UnreadableMemberException">A type that is needed to know cannot be loaded.</exception>
    public Ruling? Of(string name, string purpose, string? recipient)
    {
        // What is known of a name grows when an assembly is loaded or a guarded type is used for the first time: another type may share it, and forbid.
        var known = Knowledge;
        if (!_kept.TryGetValue((name, purpose, recipient), out var kept) || (kept.Registrations, kept.Loads) != known)
        {
            var labels = PurposeDecisions.LabelsOf(table, name);
            if (labels.Count == 0)
                return null;
            kept = new Kept(Ruling.Of(table, name, purpose, recipient, labels, PurposeDecisions.OriginOf(table, name)), known.Registrations, known.Loads);
            if (!table.HasPurpose(purpose) || (recipient is not null && !table.HasRecipient(recipient)) || known != Knowledge)
                return kept.Ruling;
            _kept[(name, purpose, recipient)] = kept;
        }

        _recent[PlaceOf(name, purpose, recipient)] = kept;
        return kept.Ruling;
    }

    private static (int Registrations, int Loads) Knowledge => (GateRuntime.Registrations, DeclaredMembers.Loads);

    private int PlaceOf(string name, string purpose, string? recipient) => (name.Length * 7 + purpose.Length + (recipient?.Length ?? 0) * 3) & (_recent.Length - 1);

    private sealed record Kept(Ruling Ruling, int Registrations, int Loads);
}
