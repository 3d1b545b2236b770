namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>Something that is known together with the way on which it came to be known.</summary>
internal interface ITold
{
    /// <summary>Not part of equality. Null for a way without steps.</summary>
    Trail? Trail { get; }
}

/// <summary>Sets in which of two equal ones the better told stays, whichever came first.</summary>
internal static class Told
{
    public static FlatSet<T> Add<T>(FlatSet<T> set, T one)
        where T : class, ITold
    {
        if (set.Known(one) is not { } known)
        {
            return set.Add(one);
        }

        return IsBetter(one, known) ? set.Replace(one) : set;
    }

    public static FlatSet<T> Join<T>(FlatSet<T> set, FlatSet<T> others)
        where T : class, ITold
        => set.Union(others, Better<T>.Is);

    public static FlatSet<T> Join<T>(FlatSet<T> set, IEnumerable<T> others)
        where T : class, ITold
        => set.Union(FlatSet<T>.Of(others, Better<T>.Is), Better<T>.Is);

    /// <summary>Each as it is changed.</summary>
    public static FlatSet<T> Select<T>(FlatSet<T> set, Func<T, T> change)
        where T : class, ITold
        => set.Select(change, Better<T>.Is);

    /// <summary>Whether they hold the same, told alike.</summary>
    public static bool AreSame<T>(FlatSet<T> left, FlatSet<T> right)
        where T : class, ITold
        => left.SetEquals(right, Better<T>.IsAlike);

    private static bool IsBetter<T>(T one, T known)
        where T : class, ITold
        => Trail.Compare(one.Trail, known.Trail) < 0;

    private static class Better<T>
        where T : class, ITold
    {
        public static readonly Func<T, T, bool> Is = IsBetter;

        public static readonly Func<T, T, bool> IsAlike = static (one, other) => Trail.Compare(one.Trail, other.Trail) == 0;
    }
}
