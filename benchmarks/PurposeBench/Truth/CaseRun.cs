using System.Collections;
using System.Reflection;
using Ethics.Crm;
using PurposeBench.Index;

namespace PurposeBench.Truth;

/// <summary>What happened in one run of a case.</summary>
/// <param name="Arrivals">Everything that reached a channel, in order.</param>
/// <param name="SourceGiven">Whether somebody was given a value for the source.</param>
/// <param name="Thrown">What left <c>Run</c>, in words; null when nothing did.</param>
internal sealed record CaseRun(IReadOnlyList<Arrival> Arrivals, bool SourceGiven, string? Thrown)
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    // The console is the process's: what another case writes meanwhile would be this one's.
    private static readonly Lock OneAtATime = new();

    /// <param name="value">Which value the source has; every other member has the same in all runs.</param>
    /// <param name="limit">How long it may take.</param>
    /// <returns>Null when the case does not end.</returns>
    /// <exception cref="MissingMethodException">The case has nothing to run.</exception>
    public static CaseRun? Of(CaseWorld world, BenchCase one, int value, TimeSpan limit)
    {
        using var loaded = world.Load();
        var run = loaded.Context.Cases.GetType(one.Namespace + ".Case")?.GetMethod("Run", BindingFlags.Public | BindingFlags.Static, [])
            ?? throw new MissingMethodException($"has no {one.Namespace}.Case with a public static Run()");
        var mark = loaded.Context.Prelude(typeof(Mark));
        var membersIn = mark.GetMethod(nameof(Mark.MembersIn))!.CreateDelegate<Func<string, IReadOnlyList<string>>>();
        mark.GetMethod(nameof(Mark.Begin))!.Invoke(null, [value, one.Source]);
        var kept = new List<(string Channel, string Text, IReadOnlyList<CodePosition> Stack, IReadOnlyList<string> Scope)>();
        loaded.Context.Prelude(typeof(Recorder)).GetProperty(nameof(Recorder.Arrived))!.SetValue(null, (string channel, string text) =>
        {
            var stack = CallStack.Here();
            lock (kept)
                kept.Add((channel, text, stack, PurposeScope.Current));
        });

        var (ended, thrown, written) = Execute(run, limit);
        if (!ended)
            return null;
        if (thrown is not null)
            kept.Add(("exception", thrown, [], []));
        if (written.Length > 0)
            kept.Add(("log", written, [], []));
        var given = (bool)mark.GetMethod(nameof(Mark.WasGiven))!.Invoke(null, [one.Source])!;
        lock (kept)
            return new CaseRun([.. kept.Select(k => new Arrival(k.Channel, k.Text, membersIn(k.Text), k.Stack, k.Scope))], given, thrown);
    }

    private static (bool Ended, string? Thrown, string Written) Execute(MethodInfo run, TimeSpan limit)
    {
        lock (OneAtATime)
            return ExecuteAlone(run, limit);
    }

    private static (bool Ended, string? Thrown, string Written) ExecuteAlone(MethodInfo run, TimeSpan limit)
    {
        var (console, error) = (Console.Out, Console.Error);
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
            return (task.Wait(limit), thrown, written.ToString());
        }
        finally
        {
            Console.SetOut(console);
            Console.SetError(error);
        }
    }

    /// <summary>What an exception carries in words: its messages and data. Not its stack, which holds no values.</summary>
    private static string Told(Exception exception)
    {
        var parts = new List<string>();
        for (Exception? one = exception; one is not null; one = one.InnerException)
        {
            parts.Add($"{one.GetType().Name}: {one.Message}");
            parts.AddRange(one.Data.Cast<DictionaryEntry>().Select(static entry => $"{entry.Key} = {entry.Value}"));
            if (one is AggregateException several)
                parts.AddRange(several.InnerExceptions.Select(Told));
        }

        return string.Join(" | ", parts);
    }
}
