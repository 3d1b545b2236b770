using Ethics.Crm.Consent;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>The declared purposes of one policy that have a bit, and which of them a decision of a person concerns.</summary>
internal sealed class PurposesWithBits
{
    private readonly Dictionary<string, ulong> _concerned = new(StringComparer.Ordinal);

    /// <summary>To be made once the purposes have their bits.</summary>
    public PurposesWithBits(PolicyTable table)
    {
        All = [.. table.Document.Purposes.Select(static p => (PurposeBits.Find(p.Key)?.Bit ?? 0, p.Key, p.Value)).Where(static p => p.Item1 != 0)];
        foreach (var (bit, name, _) in All)
        {
            foreach (var said in ConsentStanding.Above(name).Append(name))
                _concerned[said] = ConcernedBy(said) | bit;
        }
    }

    public IReadOnlyList<(ulong Bit, string Name, PurposeEntry Declared)> All { get; }

    /// <summary>The bits of those that a decision on this name concerns: itself, and all under it.</summary>
    public ulong ConcernedBy(string name) => _concerned.TryGetValue(name, out var bits) ? bits : 0;
}
