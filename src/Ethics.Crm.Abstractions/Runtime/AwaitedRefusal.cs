namespace Ethics.Crm.Runtime;

/// <summary>
/// Lets one read of one guarded property be refused without an exception: a serialiser that leaves a member out for each of a thousand people cannot pay for a thousand of them.
/// </summary>
/// <remarks>Only around a getter that is the generated one: with code of the program between it and the caller, that code would be handed a value that nobody stored.</remarks>
internal static class AwaitedRefusal
{
    [ThreadStatic]
    private static GuardedMember? awaited;

    /// <summary>The next refusal of this member on this thread is told by <see cref="End"/> and yields the default of the type.</summary>
    public static void Await(GuardedMember member) => awaited = member;

    /// <returns>Whether the read was refused.</returns>
    public static bool End()
    {
        var refused = awaited is null;
        awaited = null;
        return refused;
    }

    internal static bool Takes(GuardedMember member)
    {
        if (!ReferenceEquals(awaited, member))
            return false;
        awaited = null;
        return true;
    }
}
