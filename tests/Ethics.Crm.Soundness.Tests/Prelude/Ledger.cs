using System.Runtime.CompilerServices;
using Ethics.Crm.Soundness.Tests.Interpretation;

namespace Soundness;

/// <summary>
/// What instrumented code tells about itself. Labels hang on the string objects, so that whatever moves a string, be it a field, a closure or an awaited task, moves its
/// labels without anything here knowing of it; only what makes a string of others says so.
/// </summary>
public static class Ledger
{
    private const int StepLimit = 100_000;

    private static readonly AsyncLocal<string[]?> Current = new();
    private static ConditionalWeakTable<string, string[]> s_labels = [];
    private static int s_steps;

    internal static string Purposes => Ethics.Crm.Soundness.Tests.Interpretation.Purposes.Text(Current.Value ?? []);

    internal static void Begin()
    {
        s_labels = [];
        s_steps = 0;
        Seen.Observations = [];
        Current.Value = null;
    }

    internal static string LabelsOf(string text) => string.Join("+", Of(text));

    /// <summary>Works for the purposes until it is disposed of.</summary>
    public static Entered Enter(params string[] purposes)
    {
        Step();
        var before = Current.Value;
        Current.Value = purposes;
        return new Entered(before, purposes);
    }

    /// <summary>What the code works for that runs now.</summary>
    public static string[]? Now => Current.Value;

    /// <summary>Works for something else from here on.</summary>
    /// <returns>True.</returns>
    public static bool Move(string[]? to, out string[]? from)
    {
        from = Current.Value;
        Current.Value = to;
        return true;
    }

    public static void Step()
    {
        if (++s_steps > StepLimit)
            throw new InvalidOperationException("The program does not end.");
    }

    /// <summary>A labelled member was read: what comes out carries its label alone.</summary>
    public static string Read(string member, string text)
    {
        Seen.Observations.Add(new("read", member, Purposes, text, ""));
        return Labelled(text, [member]);
    }

    /// <summary>A labelled member is about to be written.</summary>
    public static string Store(string member, string text)
    {
        Seen.Observations.Add(new("store", member, Purposes, text, LabelsOf(text)));
        return text;
    }

    /// <summary>An anonymizer returns.</summary>
    public static string Clean(string text) => Labelled(text, []);

    public static string Concat(params string[] parts) => Labelled(string.Concat(parts), parts.SelectMany(Of));

    public static string Derive(string operand, Func<string, string> derivation) => Labelled(derivation(operand), Of(operand));

    public static string Derive(string first, string second, Func<string, string, string> derivation) => Labelled(derivation(first, second), [.. Of(first), .. Of(second)]);

    private static string[] Of(string text) => s_labels.TryGetValue(text, out var labels) ? labels : [];

    private static string Labelled(string text, IEnumerable<string> labels)
    {
        // Another object, so that only this value carries the labels and not every equal one.
        var copy = new string(text.AsSpan());
        s_labels.Add(copy, [.. labels.Distinct().Order(StringComparer.Ordinal)]);
        return copy;
    }

    /// <summary>The time in which code works for something.</summary>
    public sealed class Entered(string[]? before, string[] purposes) : IDisposable
    {
        private string[]? before = before;

        public void Dispose() => Current.Value = before;

        /// <summary>What was before it is again, until it goes on.</summary>
        public void Pause() => Current.Value = before;

        public void Resume() => (before, Current.Value) = (Current.Value, purposes);
    }
}
