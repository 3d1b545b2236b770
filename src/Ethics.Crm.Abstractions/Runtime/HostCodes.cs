namespace Ethics.Crm.Runtime;

/// <summary>
/// Tells hosts apart inside the word that the gate compares. Every code has three of six bits, and of two such codes neither contains the other: the test that finds
/// a purpose which is not permitted finds a slot of another host too, without a comparison of its own.
/// </summary>
/// <remarks>
/// 19 codes besides that of the build. A scope that outlives its host must never match a later one: every scope and slot with a code holds its host, so a code is free again
/// once its host is garbage, and not before. Hosts that find none are told apart in the slow path.
/// </remarks>
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

    // Long: a host that a finalizer can still reach is not gone.
    private static readonly List<(ulong Code, WeakReference<GateHost> Holder)> Held = [];

    /// <summary>A code that nothing in the process carries any more, or ever did; <see cref="None"/> when there is none.</summary>
    /// <param name="host">Whoever carries the code has to hold it.</param>
    public static ulong Take(GateHost host)
    {
        var code = TakeFree(host, out var someHaveStopped);
        if (code != None || !someHaveStopped)
            return code;
        // Test runs start hundreds of hosts one after another, faster than the collector comes round. Nobody waits for this one but who starts a host.
        GC.Collect();
        return TakeFree(host, out _);
    }

    private static ulong TakeFree(GateHost host, out bool someHaveStopped)
    {
        lock (Gate)
        {
            var code = FindFree();
            if (code != None)
                Held.Add((code, new WeakReference<GateHost>(host, trackResurrection: true)));
            someHaveStopped = Held.Exists(static held => held.Holder.TryGetTarget(out var holder) && !holder.IsRunning);
            return code;
        }
    }

    private static ulong FindFree()
    {
        Held.RemoveAll(static held => !held.Holder.TryGetTarget(out _));
        var code = After(Build);
        while (code != None && Held.Exists(held => held.Code == code))
            code = After(code);
        return code;
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
