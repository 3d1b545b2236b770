namespace Ethics.Crm.Runtime;

/// <summary>
/// Tells hosts apart inside the word that the gate compares. Every code has three of six bits, and of two such codes neither contains the other: the test that finds
/// a purpose which is not permitted finds a slot of another host too, without a comparison of its own.
/// </summary>
/// <remarks>20 codes, each given out once: a scope that outlives its host must never match a later one. Hosts after them are told apart in the slow path.</remarks>
internal static class HostCodes
{
    /// <summary>The bits of the word in which codes lie.</summary>
    public const ulong Mask = 0b111111UL << Shift;

    /// <summary>What a host without code carries in its scopes: nothing is permitted at once.</summary>
    public const ulong None = PurposeBits.NeverPermitted;

    /// <summary>The code of the build's answers, which know nobody: the same each time.</summary>
    public static readonly ulong Build = 0b000111UL << Shift;

    private const int Shift = PurposeBits.Capacity;
    private static readonly object Gate = new();
    private static ulong _last = Build;

    /// <summary>A code that no host had before; <see cref="None"/> when all are taken.</summary>
    public static ulong Take()
    {
        lock (Gate)
            return _last = After(_last);
    }

    /// <summary>The code that follows another; <see cref="None"/> after the last one and after none.</summary>
    internal static ulong After(ulong code)
    {
        if (code == None)
            return None;
        var next = (code & Mask) >> Shift;
        do
            next++;
        while (BitCount(next) != 3);
        return next > 0b111000UL ? None : next << Shift;
    }

    private static int BitCount(ulong word)
    {
        var count = 0;
        for (; word != 0; word &= word - 1)
            count++;
        return count;
    }
}
