namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>A way into an object, at most two steps long: a longer one ends at its second step, which then stands for all that lies behind it.</summary>
internal readonly struct AccessPath : IEquatable<AccessPath>
{
    public const int Deepest = 2;

    public static readonly AccessPath Root = new("");

    // Asked at every call for each label that comes to it.
    private readonly string[] segments;

    /// <param name="text">The segments, separated by slashes; empty for the object itself.</param>
    public AccessPath(string text)
        : this(text, text.Length == 0 ? [] : text.Split('/'))
    {
    }

    private AccessPath(string text, string[] segments) => (Text, this.segments) = (text, segments);

    public string Text { get; }

    public IReadOnlyList<string> Segments => segments;

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
    public AccessPath? Then(string segment, int deepest = Deepest) => IsWhole || segments.Length >= deepest ? null : With(segment);

    /// <summary>All that can be reached from the end of the path.</summary>
    public AccessPath WithEverything() => IsWhole ? this : With(Segment.Everything);

    public bool Equals(AccessPath other) => Text == other.Text;

    public override bool Equals(object? obj) => obj is AccessPath other && Equals(other);

    public override int GetHashCode() => Text.GetHashCode();

    private AccessPath With(string segment) => new(Text.Length == 0 ? segment : Text + "/" + segment, [.. segments, segment]);
}
