namespace Ethics.Crm.Runtime;

/// <summary>
/// Bit numbers of purposes, given out once per process and never renumbered, only to purposes that a build or a policy declares.
/// 63 fit; a further purpose carries the bit that is never permitted and is decided by name in the slow path.
/// </summary>
internal static class PurposeBits
{
    /// <summary>The bit that no member and no person ever permits: no scope, a closed scope, an unknown purpose, a purpose outside the word.</summary>
    public const ulong NeverPermitted = 1UL << 63;

    private const int Capacity = 63;
    private static readonly object Gate = new();
    private static volatile Dictionary<string, int> _bits = new(StringComparer.Ordinal);

    public static void Declare(IEnumerable<string> purposes)
    {
        lock (Gate)
        {
            var bits = _bits;
            foreach (var purpose in purposes)
            {
                if (bits.ContainsKey(purpose) || bits.Count >= Capacity)
                    continue;
                // Readers hold the old dictionary; a new one takes its place.
                bits = new Dictionary<string, int>(bits, StringComparer.Ordinal) { [purpose] = bits.Count };
            }

            _bits = bits;
        }
    }

    /// <summary>All bits of the purposes; with <see cref="NeverPermitted"/> when one has no bit.</summary>
    public static ulong MaskOf(string[] purposes)
    {
        var bits = _bits;
        ulong mask = 0;
        foreach (var purpose in purposes)
            mask |= bits.TryGetValue(purpose, out var bit) ? 1UL << bit : NeverPermitted;
        return purposes.Length == 0 ? NeverPermitted : mask;
    }

    /// <summary>The bits of those purposes that have one.</summary>
    public static ulong PermittedMaskOf(IEnumerable<string> purposes)
    {
        var bits = _bits;
        ulong mask = 0;
        foreach (var purpose in purposes)
        {
            if (bits.TryGetValue(purpose, out var bit))
                mask |= 1UL << bit;
        }

        return mask;
    }
}
