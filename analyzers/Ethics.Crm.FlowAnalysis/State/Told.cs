using System.Collections.Immutable;

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
    public static ImmutableHashSet<T> Add<T>(ImmutableHashSet<T> set, T one)
        where T : class, ITold
    {
        if (!set.TryGetValue(one, out var known))
        {
            return set.Add(one);
        }

        return Trail.Compare(one.Trail, known.Trail) < 0 ? set.Remove(known).Add(one) : set;
    }

    public static ImmutableHashSet<T> Join<T>(ImmutableHashSet<T> set, IEnumerable<T> others)
        where T : class, ITold
    {
        if (ReferenceEquals(set, others))
        {
            return set;
        }

        foreach (var one in others)
        {
            set = Add(set, one);
        }

        return set;
    }

    /// <summary>Whether they hold the same, told alike.</summary>
    public static bool AreSame<T>(ImmutableHashSet<T> left, ImmutableHashSet<T> right)
        where T : class, ITold
        => ReferenceEquals(left, right) || (left.Count == right.Count && left.All(one => right.TryGetValue(one, out var known) && Trail.Compare(one.Trail, known.Trail) == 0));
}
