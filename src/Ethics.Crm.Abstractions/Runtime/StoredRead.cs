namespace Ethics.Crm.Runtime;

/// <summary>
/// A read that only moves a value into storage, or out of it: nobody looks at it, so no purpose is asked for, as when a database writes an object. Only around one getter or
/// setter, on one thread.
/// </summary>
internal static class StoredRead
{
    [ThreadStatic]
    private static bool underWay;

    public static bool IsUnderWay => underWay;

    public static TResult Get<TOwner, TResult>(Func<TOwner, TResult> get, TOwner owner)
    {
        var before = underWay;
        underWay = true;
        try
        {
            return get(owner);
        }
        finally
        {
            underWay = before;
        }
    }

    public static void Set<TOwner, TValue>(Action<TOwner, TValue> set, TOwner owner, TValue value)
    {
        var before = underWay;
        underWay = true;
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
