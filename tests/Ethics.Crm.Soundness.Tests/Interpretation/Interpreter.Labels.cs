using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Interpretation;

/// <summary>What is known about labels: who has a value in hand, what is seen, what is wrong.</summary>
internal sealed partial class Interpreter
{
    /// <summary>Code has the value in hand.</summary>
    private Value InHand(Value value, Frame frame) => OnWay(value, frame.Line, frame.Purposes, frame.Method);

    /// <summary>The value is handed to other code, at a line of the one that calls. Arguments that the compiler gathers in an array are handed over one by one.</summary>
    private Value HandOver(Value value, int line, ImmutableArray<string> purposes, string method, Construct construct) =>
        !Works(construct) ? Without(value)
        : value is ArrayValue { IsGathered: true } gathered ? new ArrayValue([.. gathered.Items.Select(item => OnWay(item, line, purposes, method))])
        : OnWay(value, line, purposes, method);

    private Value OnWay(Value value, int line, ImmutableArray<string> purposes, string method)
    {
        switch (value)
        {
            case TextValue { Labels.IsEmpty: false } text:
                foreach (var source in text.Labels.Keys)
                {
                    foreach (var purpose in Refused(source, purposes))
                        result.Touches.Add(new(source, purpose, line));
                }

                return text.With(text.Labels.ToImmutableSortedDictionary(static l => l.Key, l => l.Value.At(line, purposes, method), StringComparer.Ordinal));
            case PairValue pair:
                return new PairValue(OnWay(pair.First, line, purposes, method), OnWay(pair.Second, line, purposes, method));
            case PromiseValue promise:
                return new PromiseValue(OnWay(promise.Result, line, purposes, method));
            default:
                return value;
        }
    }

    /// <summary>The value comes out of the heap.</summary>
    private static Value FromHeap(Value value) => value switch
    {
        TextValue { Labels.IsEmpty: false } text => text.With(text.Labels.ToImmutableSortedDictionary(static l => l.Key, static l => l.Value.InHeap(), StringComparer.Ordinal)),
        PairValue pair => new PairValue(FromHeap(pair.First), FromHeap(pair.Second)),
        _ => value,
    };

    /// <summary>The value without labels: what a construct that is switched off yields.</summary>
    private static Value Without(Value value) => value switch
    {
        TextValue text => text.With(TextValue.NoLabels),
        PairValue pair => new PairValue(Without(pair.First), Without(pair.Second)),
        PromiseValue promise => new PromiseValue(Without(promise.Result)),
        _ => value,
    };

    private Value Through(Value value, Construct construct) => Works(construct) ? value : Without(value);

    private IEnumerable<string> Refused(string source, ImmutableArray<string> purposes) =>
        purposes.Where(purpose => !Purposes.Permits(members[source].Label, purpose));

    private TextValue Read(string source, TextValue held, Frame frame)
    {
        See("read", source, held.Text, "", held.Origins, frame);
        var kind = frame.Declared is null ? WitnessKind.Helper : WitnessKind.Read;
        foreach (var purpose in Refused(source, frame.Purposes))
            result.Witnesses.Add(new(kind, source, purpose, frame.Line, [frame.Line], [], false));
        if (!Works(Construct.Borders) && !held.Labels.IsEmpty)
            return held;
        return new(held.Text, TextValue.NoLabels.Add(source, Ways.Of(Trail.Read(frame.Line, frame.Purposes, kind))), held.Origins, held.Ended.Union(held.Origins).Remove(source));
    }

    private void Seen(int probe, TextValue value, Frame frame)
    {
        See("use", probe.ToString(), value.Text, string.Join("+", value.Labels.Keys), value.Ended, frame);
        foreach (var (source, trail) in value.Labels.SelectMany(static label => label.Value.Select(trail => (label.Key, trail))))
        {
            foreach (var purpose in Refused(source, frame.Purposes))
            {
                var places = trail.Places.Where(place => place.Purpose == purpose).Select(static place => place.Line).ToImmutableHashSet();
                result.Witnesses.Add(new(WitnessKind.Flow, source, purpose, frame.Line, places, [.. trail.Reads.Where(read => read.Purpose == purpose)], trail.IsCrossing));
            }
        }
    }

    private void Stored(string member, TextValue value, Frame frame)
    {
        See("store", member, value.Text, string.Join("+", value.Labels.Keys), value.Ended, frame);
        foreach (var (source, ways) in value.Labels.Where(label => Purposes.PermitsMore(members[member].Label, members[label.Key].Label)))
        {
            // Where all of it was read by this very statement, for a purpose for which it may not be read, the report of the read tells it: one finding for each source and border.
            var reads = ways.Select(trail => trail.Reads.Where(read => read.Kind == WitnessKind.Read && read.Line == frame.Line && Refused(source, [read.Purpose]).Any()).ToList()).ToList();
            result.Witnesses.Add(new(WitnessKind.Store, source, member, frame.Line, [frame.Line], reads.All(static read => read.Count > 0) ? [.. reads.SelectMany(static read => read)] : [], ways.Any(static trail => trail.IsCrossing)));
        }
    }

    private void See(string kind, string what, string text, string labels, ImmutableSortedSet<string> unlabelled, Frame frame)
    {
        result.Observations.Add(new(kind, what, Purposes.Text(frame.Purposes), text, labels));
        result.Unlabelled.Add(unlabelled);
        result.Steered.Add(steered);
    }
}
