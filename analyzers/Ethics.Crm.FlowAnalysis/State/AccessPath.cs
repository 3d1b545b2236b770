namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>A way into an object, at most two steps long: a longer one ends at its second step, which then stands for all that lies behind it.</summary>
/// <param name="Text">The segments, separated by slashes; empty for the object itself.</param>
internal readonly record struct AccessPath(string Text)
{
    public const int Deepest = 2;

    public static readonly AccessPath Root = new("");

    public IReadOnlyList<string> Segments => Text.Length == 0 ? [] : Text.Split('/');

    /// <summary>The path without its last step, and that step. Only for a path that has one.</summary>
    public (AccessPath Owner, string Segment) Split()
    {
        var cut = Text.LastIndexOf('/');
        return cut < 0 ? (Root, Text) : (new(Text.Substring(0, cut)), Text.Substring(cut + 1));
    }

    /// <summary>Null when the path cannot become longer.</summary>
    public AccessPath? Then(string segment)
    {
        if (Text.EndsWith(Segment.Everything, StringComparison.Ordinal) || (Text.Length > 0 && Text.Count(static sign => sign == '/') + 1 >= Deepest))
        {
            return null;
        }

        return new(Text.Length == 0 ? segment : Text + "/" + segment);
    }

    /// <summary>All that can be reached from the end of the path.</summary>
    public AccessPath WithEverything() => Text.EndsWith(Segment.Everything, StringComparison.Ordinal) ? this : new(Text.Length == 0 ? Segment.Everything : Text + "/" + Segment.Everything);
}
