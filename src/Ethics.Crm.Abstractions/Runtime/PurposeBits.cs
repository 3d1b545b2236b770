namespace Ethics.Crm.Runtime;

/// <summary>
/// Bit numbers of purposes, given out once per process and never renumbered, only to purposes that a build or a policy declares.
/// 57 fit, beside the code of the host (<see cref="HostCodes"/>); a further purpose carries the bit that is never permitted and is decided by name in the slow path.
/// </summary>
internal static class PurposeBits
{
    /// <summary>The bit that no member and no person ever permits: no scope, a closed scope, an unknown purpose, a purpose outside the word.</summary>
    public const ulong NeverPermitted = 1UL << 63;

    /// <summary>How many purposes have a bit of their own.</summary>
    public const int Capacity = 57;

    private static readonly object Gate = new();
    // A power of two: a division would cost as much as the rest of finding a purpose.
    private static readonly RecentPurpose?[] Recent = new RecentPurpose?[16];
    private static volatile Dictionary<string, DeclaredPurpose> _declared = new(StringComparer.Ordinal);

    public static void Declare(IEnumerable<string> purposes)
    {
        lock (Gate)
        {
            Dictionary<string, DeclaredPurpose>? grown = null;
            foreach (var purpose in purposes)
            {
                var known = grown ?? _declared;
                if (known.Count >= Capacity)
                    break;
                if (known.ContainsKey(purpose))
                    continue;
                // Readers hold the old dictionary; a new one takes its place.
                grown ??= new Dictionary<string, DeclaredPurpose>(known, StringComparer.Ordinal);
                grown.Add(purpose, new DeclaredPurpose(purpose, 1UL << grown.Count));
            }

            _declared = grown ?? _declared;
        }
    }

    /// <summary>Null when the purpose has no bit.</summary>
    public static DeclaredPurpose? Find(string purpose)
    {
        // Code names a purpose by the same constant each time: the text itself need not be looked at.
        ref var recent = ref Recent[purpose.Length & (Recent.Length - 1)];
        if (recent is { } known && ReferenceEquals(known.Asked, purpose))
            return known.Declared;
        if (!_declared.TryGetValue(purpose, out var declared))
            return null;
        recent = new RecentPurpose(purpose, declared);
        return declared;
    }

    /// <summary>All bits of the purposes; with <see cref="NeverPermitted"/> when one has no bit.</summary>
    public static ulong MaskOf(string[] purposes)
    {
        ulong mask = 0;
        foreach (var purpose in purposes)
            mask |= Find(purpose)?.Bit ?? NeverPermitted;
        return purposes.Length == 0 ? NeverPermitted : mask;
    }

    /// <summary>The bits of those purposes that have one.</summary>
    public static ulong PermittedMaskOf(IEnumerable<string> purposes)
    {
        ulong mask = 0;
        foreach (var purpose in purposes)
            mask |= Find(purpose)?.Bit ?? 0;
        return mask;
    }
}

/// <summary>The instance of a name that was asked for last; a bit, once given, stays.</summary>
internal sealed record RecentPurpose(string Asked, DeclaredPurpose Declared);

/// <summary>A purpose that has a bit.</summary>
internal sealed class DeclaredPurpose(string name, ulong bit)
{
    public ulong Bit { get; } = bit;

    /// <summary>For the many scopes of this purpose alone; never handed out as an array.</summary>
    public string[] Names { get; } = [name];
}
