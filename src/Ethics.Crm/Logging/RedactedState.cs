using System.Collections;
using Ethics.Crm.Members;

namespace Ethics.Crm.Logging;

/// <summary>The state of a log entry or scope with stand-ins in place of what it may not hold, and its message written anew from the template.</summary>
internal sealed class RedactedState(KeyValuePair<string, object?>[] values) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private const string Template = "{OriginalFormat}";

    public int Count => values.Length;

    public KeyValuePair<string, object?> this[int index] => values[index];

    /// <summary>Whether nothing had to be redacted, and this is only what came out of a state that is run when it is looked at.</summary>
    public bool IsAsWritten { get; private init; }

    /// <returns>Null when nothing has to be redacted: then the state is passed on as it is.</returns>
    public static RedactedState? Of(IEnumerable<KeyValuePair<string, object?>> state)
    {
        if (state is not (IReadOnlyCollection<KeyValuePair<string, object?>> or ICollection<KeyValuePair<string, object?>>))
        {
            var taken = Readable(state);
            return OfPairs(taken) ?? new RedactedState(taken) { IsAsWritten = true };
        }

        try
        {
            return OfPairs(state) ?? (IsMore(state) ? new RedactedState([.. state]) : null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A call with too few arguments, a dictionary that others change: no call of a log fails because it was looked at.
            var taken = Readable(state);
            return OfPairs(taken) ?? new RedactedState(taken);
        }
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object?>>)values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() =>
        values.FirstOrDefault(static one => one.Key == Template).Value is string template
            ? MessageTemplate.Render(template, values)
            : string.Join(", ", values.Select(static one => $"{one.Key}: {one.Value}"));

    private static RedactedState? OfPairs(IEnumerable<KeyValuePair<string, object?>> state)
    {
        KeyValuePair<string, object?>[]? redacted = null;
        var index = 0;
        foreach (var (name, value) in Pairs(state))
        {
            var shown = LoggedValues.Redacted(value);
            if (!ReferenceEquals(shown, value))
            {
                redacted ??= [.. state];
                redacted[index] = new(name, shown);
            }

            index++;
        }

        return redacted is null ? null : new RedactedState(redacted);
    }

    /// <summary>Whether the state is, or has beside its pairs, what is not for a log: its text may show it, and what takes the state itself to pieces does.</summary>
    private static bool IsMore(object state)
    {
        var facts = LoggedTypes.Of(state.GetType());
        if ((!facts.IsLabelled && facts.Parts.Length == 0) || LabelledTypes.IsOfTheSystem(state.GetType()))
            return false;
        return facts.IsLabelled || new LoggedParts().Reach(state, facts);
    }

    /// <summary>What comes out of a state before it fails; of a list whatever can be read.</summary>
    private static KeyValuePair<string, object?>[] Readable(IEnumerable<KeyValuePair<string, object?>> state)
    {
        var read = new List<KeyValuePair<string, object?>>();
        Try(() =>
        {
            if (state is IReadOnlyList<KeyValuePair<string, object?>> list)
            {
                for (var i = 0; i < list.Count; i++)
                    Try(() => read.Add(list[i]));
                return;
            }

            // One by one: what came before it failed is kept.
            foreach (var one in state)
                read.Add(one);
        });
        return [.. read];
    }

    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whoever writes it cannot read it either.
        }
    }

    private static IEnumerable<(string Name, object? Value)> Pairs(IEnumerable<KeyValuePair<string, object?>> state)
    {
        // By index where there is one: the states of loggers are lists that make an enumerator for each look.
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> list)
        {
            foreach (var one in state)
                yield return (one.Key, one.Value);
            yield break;
        }

        for (var i = 0; i < list.Count; i++)
            yield return (list[i].Key, list[i].Value);
    }
}
