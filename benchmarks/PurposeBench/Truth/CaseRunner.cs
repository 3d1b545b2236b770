using System.Reflection;
using PurposeBench.Index;

namespace PurposeBench.Truth;

/// <summary>Runs a case twice, with another value in the member it is about, and holds what arrived against what its header claims.</summary>
internal static class CaseRunner
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <returns>What is wrong with the claim; null when the runs prove it.</returns>
    public static string? Disprove(BenchCase one)
    {
        var type = Assembly.Load("PurposeBench.Cases").GetType(one.Namespace + ".Case");
        if (type?.GetMethod("Run", BindingFlags.Public | BindingFlags.Static, []) is not { } run)
            return $"has no {one.Namespace}.Case with a public static Run()";
        if (Observe(run, one, 1) is not { } first || Observe(run, one, 2) is not { } second)
            return $"does not end within {Limit.TotalSeconds} s";
        if ((first.Thrown ?? second.Thrown) is { } thrown && one.Channel != "exception")
            return $"throws {thrown.Split('\n')[0]}";
        if (first.Texts.Count == 0 && second.Texts.Count == 0 && one.Violates)
            return $"nothing arrives in '{one.Channel}'";
        if (!first.SourceGiven)
            return $"gives nobody a '{one.Source}'";

        var reached = first.Reached && second.Reached;
        var differs = !first.Texts.SequenceEqual(second.Texts);
        return (one.Violates, one.ByDifference) switch
        {
            (true, false) => reached ? null : $"'{one.Source}' does not arrive in '{one.Channel}'",
            (true, true) => differs ? null : $"what arrives in '{one.Channel}' does not depend on '{one.Source}'",
            (false, false) => first.Reached || second.Reached ? $"'{one.Source}' arrives in '{one.Channel}'" : null,
            (false, true) => differs ? $"what arrives in '{one.Channel}' depends on '{one.Source}'" : null,
        };
    }

    private static Observation? Observe(MethodInfo run, BenchCase one, int number)
    {
        Mark.Begin(number, one.Source);
        Recorder.Take();
        var error = Console.Error;
        var console = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        Console.SetError(written);
        string? thrown = null;
        try
        {
            var task = Task.Run(async () =>
            {
                try
                {
                    if (run.Invoke(null, null) is Task started)
                        await started.ConfigureAwait(false);
                }
                catch (Exception e)
                {
                    thrown = Told(e is TargetInvocationException { InnerException: { } inner } ? inner : e);
                }
            });
            if (!task.Wait(Limit))
                return null;
        }
        finally
        {
            Console.SetOut(console);
            Console.SetError(error);
        }

        var texts = Recorder.Take().Where(kept => kept.Channel == one.Channel).Select(static kept => kept.Text).ToList();
        if (one.Channel == "exception" && thrown is not null)
            texts.Add(thrown);
        if (one.Channel == "log" && written.ToString() is { Length: > 0 } onConsole)
            texts.Add(onConsole);
        return new Observation(texts, texts.Exists(text => Mark.MembersIn(text).Contains(one.Source)), Mark.WasGiven(one.Source), thrown);
    }

    /// <summary>What an exception carries in words: its messages and data. Not its stack, which differs between a first call and a second.</summary>
    private static string Told(Exception exception)
    {
        var parts = new List<string>();
        for (Exception? one = exception; one is not null; one = one.InnerException)
        {
            parts.Add($"{one.GetType().Name}: {one.Message}");
            parts.AddRange(one.Data.Cast<System.Collections.DictionaryEntry>().Select(static entry => $"{entry.Key} = {entry.Value}"));
            if (one is AggregateException several)
                parts.AddRange(several.InnerExceptions.Select(Told));
        }

        return string.Join(" | ", parts);
    }

    private sealed record Observation(List<string> Texts, bool Reached, bool SourceGiven, string? Thrown);
}
