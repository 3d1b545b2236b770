using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ethics.Crm.Analyzers.Benchmarks.FlowCost;

namespace Ethics.Crm.Analyzers.Benchmarks.EditLatency;

/// <summary>How long somebody who types waits for our rules: one file of a large program is changed, and its diagnostics are asked for as an editor asks.</summary>
internal static class EditLatencyCommand
{
    private const int Warmup = 5;

    public static int Run(string[] options)
    {
        var lines = Option(options, "--lines", 100_000);
        var edits = Option(options, "--edits", 100);
        var editor = new Editor(lines);
        var compiler = new List<double>();
        var rules = new List<double>();
        for (var i = 0; i < Warmup + edits; i++)
        {
            var (ofCompiler, ofRules) = editor.Edit(i);
            if (i < Warmup)
                continue;
            compiler.Add(ofCompiler.TotalMilliseconds);
            rules.Add(ofRules.TotalMilliseconds);
        }

        // The figure of rules that find nothing would be worth nothing.
        if (editor.FindMisuse() == 0)
            throw new InvalidOperationException("A read that must not be was typed, and no rule told it.");
        var report = Report(editor, compiler, rules, options);
        Console.WriteLine(report);
        File.WriteAllText(Places.Result("edit-latency.md"), report);
        return 0;
    }

    private static string Report(Editor editor, List<double> compiler, List<double> rules, string[] options)
    {
        var text = new StringBuilder();
        text.AppendLine("# What an edit waits for").AppendLine();
        text.AppendLine("Written by the program, not by hand:").AppendLine();
        text.AppendLine("```").AppendLine("dotnet run -c Release --project benchmarks/Ethics.Crm.Analyzers.Benchmarks -- " + string.Join(" ", options.Prepend("edit-latency"))).AppendLine("```").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"The generated CRM of {editor.Lines:N0} lines in {editor.Files} files, every module labelled. A statement is typed into a method of one file after the other; each time the compiler looks at the file anew, and then every live rule of ours is asked for the file: what ends with the whole compilation (the flow rules) an editor does not ask for. Milliseconds by the clock on the wall, {rules.Count} edits.").AppendLine();
        text.AppendLine("| | median | of a hundred edits, 95 at most | longest | asked |").AppendLine("| --- | --- | --- | --- | --- |");
        text.AppendLine(Row("**our rules, one edited file**", rules, "median ≤ 150, 95 of a hundred ≤ 400"));
        text.AppendLine(Row("the compiler's own diagnostics of that file, before", compiler, ""));
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{Places.Machine}.");
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Row(string name, List<double> times, string asked)
    {
        var sorted = times.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {sorted[sorted.Length / 2]:0} | {sorted[(int)(sorted.Length * 0.95)]:0} | {sorted[^1]:0} | {asked} |");
    }

    private static int Option(string[] options, string name, int otherwise)
        => Array.IndexOf(options, name) is >= 0 and var place && place + 1 < options.Length ? int.Parse(options[place + 1], CultureInfo.InvariantCulture) : otherwise;
}
