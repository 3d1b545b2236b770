namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>
/// A way into an object, at most two steps long: a longer one ends at its second step, which then stands for all that lies behind it. Behind what a function has left in what it was called with, steps are counted anew, once.
/// </summary>
internal readonly struct AccessPath : IEquatable<AccessPath>
{
    public const int Deepest = 2;

    public static readonly AccessPath Root = new("");

    // Asked at every call for each label that comes to it.
    private readonly string[] segments;
    private readonly int left;

    /// <param name="text">The segments, separated by slashes; empty for the object itself.</param>
    public AccessPath(string text)
        : this(text, text.Length == 0 ? [] : text.Split('/'))
    {
    }

    private AccessPath(string text, string[] segments) => (Text, this.segments, left) = (text, segments, text.IndexOf(Segment.Left[0]) < 0 ? -1 : Array.FindIndex(segments, Segment.IsLeftIn));

    public string Text { get; }

    public IReadOnlyList<string> Segments => segments;

    /// <summary>Whether it leads to what a function has left in what it was called with.</summary>
    public bool IsLeft => segments.Length > 0 && left >= 0;

    /// <summary>The way to that function. Only for a path that leads to what one has left.</summary>
    public AccessPath ToFunction() => new(string.Join("/", segments.Take(left)));

    private bool IsWhole => segments.Length > 0 && segments[segments.Length - 1] == Segment.Everything;

    public static bool operator ==(AccessPath left, AccessPath right) => left.Equals(right);

    public static bool operator !=(AccessPath left, AccessPath right) => !left.Equals(right);

    /// <summary>The path without its last step, and that step. Only for a path that has one.</summary>
    public (AccessPath Owner, string Segment) Split()
    {
        var cut = Text.LastIndexOf('/');
        return cut < 0 ? (Root, Text) : (new(Text.Substring(0, cut)), Text.Substring(cut + 1));
    }

    /// <summary>Null when the path cannot become longer.</summary>
    public AccessPath? Then(string segment, int deepest = Deepest)
        => IsWhole || (Segment.IsLeftIn(segment) ? IsLeft : segments.Length - (IsLeft ? left + 1 : 0) >= deepest) ? null : With(segment);

    /// <summary>All that can be reached from the end of the path.</summary>
    public AccessPath WithEverything() => IsWhole ? this : With(Segment.Everything);

    public bool Equals(AccessPath other) => Text == other.Text;

    public override bool Equals(object? obj) => obj is AccessPath other && Equals(other);

    public override int GetHashCode() => Text.GetHashCode();

    private AccessPath With(string segment) => new(Text.Length == 0 ? segment : Text + "/" + segment, [.. segments, segment]);
}
