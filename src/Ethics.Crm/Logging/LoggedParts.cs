using System.Collections;

namespace Ethics.Crm.Logging;

/// <summary>One look through what an object holds while it is logged. Nothing of the program is run for it but the enumerators of its collections: values are taken from where they lie.</summary>
internal sealed class LoggedParts
{
    /// <summary>A list in a list, and so on: what lies deeper is not looked at and not shown.</summary>
    private const int MaximumDepth = 8;

    /// <summary>The same for what is wide. Texts and numbers do not count.</summary>
    private const int MaximumCount = 1000;

    private readonly HashSet<object> _seen = new(ByReference.Instance);
    private int _looked;

    /// <summary>Whether it comes to labelled data, or may, because there is more of it than is looked at.</summary>
    public bool Reach(object value, LoggedType facts) => Reaches(value, facts, 0);

    private bool Reaches(object? value, int depth)
    {
        if (value is null or string or ValueType and IConvertible)
            return false;
        var facts = LoggedTypes.Of(value.GetType());
        // A sequence inside something else is run by whoever writes that, or not at all.
        return facts.IsLabelled || facts.IsLazy || (facts.MayHoldMore && Reaches(value, facts, depth));
    }

    private bool Reaches(object value, LoggedType facts, int depth)
    {
        if (depth == MaximumDepth || ++_looked > MaximumCount)
            return true;
        if (facts.IsCollection && AnyOf((IEnumerable)value, depth))
            return true;
        // Parents name their children, and these their parents. A collection may hold itself; that is for the depth.
        if (facts.Parts.Length == 0 || (!value.GetType().IsValueType && !_seen.Add(value)))
            return false;
        foreach (var part in facts.Parts)
        {
            if (Reaches(part.GetValue(value), depth + 1))
                return true;
        }

        return false;
    }

    private bool AnyOf(IEnumerable all, int depth)
    {
        try
        {
            if (all is IDictionary map)
                return AnyIn(map.Values, depth) || AnyIn(map.Keys, depth);
            return AnyIn(all, depth);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Changed by others meanwhile, never made, or none that is gone through: what a log makes of it is its own affair, and no call of it fails because it was looked at.
            return true;
        }
    }

    private bool AnyIn(IEnumerable all, int depth)
    {
        foreach (var value in all)
        {
            if (Reaches(value, depth + 1))
                return true;
        }

        return false;
    }

    private sealed class ByReference : IEqualityComparer<object>
    {
        public static readonly ByReference Instance = new();

        bool IEqualityComparer<object>.Equals(object? one, object? other) => ReferenceEquals(one, other);

        int IEqualityComparer<object>.GetHashCode(object one) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(one);
    }
}
