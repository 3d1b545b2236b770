namespace Ethics.Crm.Runtime;

/// <summary>
/// A read that only moves a value into storage, or out of it: nobody looks at it, so no purpose is asked for, as when a database writes an object. Only that of one guarded member, on one thread: code of the
/// program that runs meanwhile is asked about every other.
/// </summary>
internal static class StoredRead
{
    [ThreadStatic]
    private static GuardedMember? underWay;

    public static bool Is(GuardedMember member) => ReferenceEquals(underWay, member);

    /// <param name="member">Null for one that is not guarded: its getter is called like any other code.</param>
    public static TResult Get<TOwner, TResult>(GuardedMember? member, Func<TOwner, TResult> get, TOwner owner)
    {
        var before = underWay;
        underWay = member;
        try
        {
            return get(owner);
        }
        finally
        {
            underWay = before;
        }
    }

    /// <param name="member">Null for one that is not guarded.</param>
    public static void Set<TOwner, TValue>(GuardedMember? member, Action<TOwner, TValue> set, TOwner owner, TValue value)
    {
        var before = underWay;
        underWay = member;
        try
        {
            set(owner, value);
        }
        finally
        {
            underWay = before;
        }
    }
}
