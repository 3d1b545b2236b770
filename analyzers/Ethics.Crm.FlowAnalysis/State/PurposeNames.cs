using System.Collections.Immutable;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>Names of purposes: few, sorted in ordinal order whatever the language of the machine, each once. Immutable.</summary>
internal sealed class PurposeNames : IEquatable<PurposeNames>
{
    public static readonly PurposeNames None = new([]);

    private readonly string[] names;

    private PurposeNames(string[] names) => this.names = names;

    public int Count => names.Length;

    public IReadOnlyList<string> All => names;

    public static PurposeNames Of(ImmutableArray<string> names) => None.With(names);

    public bool Contains(string name)
    {
        foreach (var known in names)
        {
            if (string.Equals(known, name))
            {
                return true;
            }
        }

        return false;
    }

    public bool ContainsAll(ImmutableArray<string> others)
    {
        foreach (var other in others)
        {
            if (!Contains(other))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Both together; itself when nothing is added.</summary>
    public PurposeNames With(ImmutableArray<string> others) => ContainsAll(others) ? this : Sorted([.. names, .. others]);

    /// <inheritdoc cref="With(ImmutableArray{string})"/>
    public PurposeNames With(PurposeNames others)
    {
        if (ReferenceEquals(this, others) || others.Count == 0)
        {
            return this;
        }

        if (Count == 0)
        {
            return others;
        }

        foreach (var other in others.names)
        {
            if (!Contains(other))
            {
                return Sorted([.. names, .. others.names]);
            }
        }

        return this;
    }

    public bool Equals(PurposeNames? other)
    {
        if (other is null || Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < names.Length && !ReferenceEquals(this, other); i++)
        {
            if (!string.Equals(names[i], other.names[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as PurposeNames);

    public override int GetHashCode() => names.Length;

    public override string ToString() => string.Join(",", names);

    private static PurposeNames Sorted(string[] several)
    {
        if (several.Length == 1)
        {
            return new PurposeNames(several);
        }

        Array.Sort(several, StringComparer.Ordinal);
        var count = 1;
        for (var i = 1; i < several.Length; i++)
        {
            if (!string.Equals(several[i], several[count - 1]))
            {
                several[count++] = several[i];
            }
        }

        Array.Resize(ref several, count);
        return new PurposeNames(several);
    }
}
