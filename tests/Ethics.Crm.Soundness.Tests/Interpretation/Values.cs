using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Interpretation;

internal abstract class Value;

/// <param name="labels">The labelled members that the text carries, each with the ways it came.</param>
/// <param name="origins">The members whose first content made it, whatever rules say about labels: anonymizers and borders change nothing here.</param>
/// <param name="ended">Those of the origins whose label was ended by declaration on the way, behind an anonymizer or in another labelled member.</param>
internal sealed class TextValue(string text, ImmutableSortedDictionary<string, Ways> labels, ImmutableSortedSet<string> origins, ImmutableSortedSet<string> ended) : Value
{
    public static readonly ImmutableSortedDictionary<string, Ways> NoLabels = ImmutableSortedDictionary.Create<string, Ways>(StringComparer.Ordinal);

    public static readonly ImmutableSortedSet<string> NoOrigins = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public string Text => text;

    public ImmutableSortedDictionary<string, Ways> Labels => labels;

    public ImmutableSortedSet<string> Origins => origins;

    public ImmutableSortedSet<string> Ended => ended;

    public static TextValue Plain(string text) => new(text, NoLabels, NoOrigins, NoOrigins);

    public TextValue With(ImmutableSortedDictionary<string, Ways> other) => new(text, other, origins, ended);

    /// <summary>The value as an anonymizer returns it.</summary>
    public TextValue Anonymized() => new(text, NoLabels, origins, origins);
}

internal sealed class InstanceValue(string type, Dictionary<string, Value> members) : Value
{
    public string Type => type;

    public Dictionary<string, Value> Members => members;
}

internal sealed class ListValue(List<Value> items) : Value
{
    public List<Value> Items => items;
}

internal sealed class TableValue(Dictionary<string, Value> entries) : Value
{
    public Dictionary<string, Value> Entries => entries;
}

/// <param name="enumerate">Begins anew for the code that asks.</param>
internal sealed class SequenceValue(Func<Frame, IEnumerable<Value>> enumerate) : Value
{
    public IEnumerable<Value> AskedBy(Frame code) => enumerate(code);
}

internal sealed class PairValue(Value first, Value second) : Value
{
    public Value First => first;

    public Value Second => second;
}

internal sealed class NumberValue(int number) : Value
{
    public int Number => number;
}

internal sealed class ArrayValue(Value[] items) : Value
{
    public Value[] Items => items;

    /// <summary>Whether it is only how several arguments of a call come to their method: each of them is handed over by itself.</summary>
    public bool IsGathered { get; init; }
}

internal sealed class BuilderValue(TextValue text) : Value
{
    public TextValue Text { get; set; } = text;
}

internal sealed class FaultValue(TextValue text) : Value
{
    public TextValue Text => text;
}

internal sealed class PromiseValue(Value result) : Value
{
    public Value Result => result;
}

/// <param name="lambda">Null for a member's first content, which returns <paramref name="constant"/>.</param>
/// <param name="declared">The purposes that the code around the lambda declares; null when it declares none and the lambda works for whoever calls it.</param>
internal sealed class FunctionValue(Lambda? lambda, string constant, Frame? frame, ImmutableArray<string>? declared) : Value
{
    public Lambda? Lambda => lambda;

    public string Constant => constant;

    public Frame? Frame => frame;

    public ImmutableArray<string>? Declared => declared;
}
