namespace Ethics.Crm.Runtime;

/// <summary>
/// A read that only moves a value into storage, or out of it: nobody looks at it, so no purpose is asked for, as when a database writes an object. Only that of one guarded member, on one thread: code of the
/// program that runs meanwhile is asked about every other.
/// </summary>
internal static class StoredRead
{
    [ThreadStatic]
    private static StoredMember? underWay;

    public static bool Is(GuardedMember member) => underWay?.Is(member) == true;

    public static TResult Get<TOwner, TResult>(StoredMember member, Func<TOwner, TResult> get, TOwner owner)
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

    public static void Set<TOwner, TValue>(StoredMember member, Action<TOwner, TValue> set, TOwner owner, TValue value)
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
