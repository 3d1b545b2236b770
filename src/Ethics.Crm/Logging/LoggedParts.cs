using System.Collections;
using System.Text.Json.Nodes;

namespace Ethics.Crm.Logging;

/// <summary>One look through what an object holds while it is logged. Nothing of the program is run for it but the enumerators of its collections: values are taken from where they lie.</summary>
internal sealed class LoggedParts
{
    /// <summary>A list in a list, and so on: what lies deeper is not looked at and not shown.</summary>
    private const int MaximumDepth = 8;

    /// <summary>The same for what is wide. Texts and numbers do not count.</summary>
    private const int MaximumCount = 1000;

    private readonly HashSet<object> _seen = new(ByReference.Instance);

    // Nodes name children, parents and neighbours: one after another, because there may be many in a row.
    private readonly Queue<(object Node, LoggedType Facts, int Depth)> _nodes = new();
    private int _looked;

    /// <summary>Whether it comes to labelled data, or may, because there is more of it than is looked at.</summary>
    public bool Reach(object value, LoggedType facts)
    {
        if (facts.IsTree)
            Later(value, facts, 0);
        else if (Reaches(value, facts, 0))
            return true;
        while (_nodes.Count > 0)
        {
            var (node, known, depth) = _nodes.Dequeue();
            if (Reaches(node, known, depth))
                return true;
        }

        return false;
    }

    private void Later(object node, LoggedType facts, int depth)
    {
        if (_seen.Add(node))
            _nodes.Enqueue((node, facts, depth));
    }

    private bool Reaches(object? value, int depth)
    {
        if (value is null or string or ValueType and IConvertible)
            return false;
        var facts = LoggedTypes.Of(value.GetType());
        if (facts is { IsTree: true, IsLabelled: false })
        {
            Later(value, facts, depth);
            return false;
        }

        // A sequence inside something else is run by whoever writes that, or not at all.
        return facts.IsLabelled || facts.IsLazy || (facts.MayHoldMore && Reaches(value, facts, depth));
    }

    private bool Reaches(object value, LoggedType facts, int depth)
    {
        if (depth == MaximumDepth || ++_looked > MaximumCount)
            return true;
        var within = facts.IsTree ? depth : depth + 1;
        if (facts.IsCollection && AnyOf((IEnumerable)value, within))
            return true;
        // Parents name their children, and these their parents. A collection may hold itself; that is for the depth.
        if ((facts.Parts.Length == 0 && facts.Held is null) || (!facts.IsTree && !value.GetType().IsValueType && !_seen.Add(value)))
            return false;
        if (facts.Held is { } held && AnyHeld(held, value, within))
            return true;
        foreach (var part in facts.Parts)
        {
            if (Reaches(part.GetValue(value), within))
                return true;
        }

        return false;
    }

    private bool AnyOf(IEnumerable all, int within)
    {
        try
        {
            if (all is JsonObject members)
                return AnyIn(members.Select(static member => member.Value), within);
            if (all is IDictionary map)
                return AnyIn(map.Values, within) || AnyIn(map.Keys, within);
            return AnyIn(all, within);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Changed by others meanwhile, never made, or none that is gone through: what a log makes of it is its own affair, and no call of it fails because it was looked at.
            return true;
        }
    }

    private bool AnyHeld(Func<object, IEnumerable?> held, object value, int within)
    {
        try
        {
            return held(value) is not { } all || AnyIn(all, within);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Disposed of, or changed by others meanwhile.
            return true;
        }
    }

    private bool AnyIn(IEnumerable all, int within)
    {
        foreach (var value in all)
        {
            if (Reaches(value, within))
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
