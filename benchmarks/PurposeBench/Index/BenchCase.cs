namespace PurposeBench.Index;

/// <summary>One program with what it claims; the truth is what happens when it runs.</summary>
internal sealed record BenchCase
{
    /// <summary>Family and file name: <c>locals/03-overwritten</c>.</summary>
    public required string Id { get; init; }

    public required string Family { get; init; }

    /// <summary>Written from the contract and the family's name alone.</summary>
    public required bool Blind { get; init; }

    /// <summary>False for a clean twin.</summary>
    public required bool Violates { get; init; }

    /// <summary>Where the value may not arrive: a purpose, <c>recipient:mailhouse</c>, <c>log</c>, <c>exception</c>, <c>stored:Subscriber.Email</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The labelled member the case is about, as its mark names it: <c>Customer.Email</c>.</summary>
    public required string Source { get; init; }

    /// <summary>True when the value itself need not be seen in the channel, but what is seen there depends on it: decisions and derived values.</summary>
    public required bool ByDifference { get; init; }

    /// <summary>One sentence for a reader.</summary>
    public required string Why { get; init; }

    /// <summary>The namespace whose class <c>Case</c> runs it.</summary>
    public required string Namespace { get; init; }

    /// <summary>Paths below the benchmark's folder; the first holds the header.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Where a finding belongs: file, line from 1, and the rule of ours that names it. Empty for a clean twin.</summary>
    public required IReadOnlyList<ExpectedFinding> Expected { get; init; }
}

internal readonly record struct ExpectedFinding(string File, int Line, string Rule);
