using System.Diagnostics;
using PurposeBench.Index;
using PurposeBench.Truth;

namespace PurposeBench.Commands;

/// <summary>Executes the truth of every case.</summary>
internal static class VerifyCommand
{
    public static int Run(string folder, string? only)
    {
        var clock = Stopwatch.StartNew();
        var cases = CaseReader.ReadAll(folder).Where(c => only is null || c.Id.Contains(only, StringComparison.Ordinal)).ToList();
        var runner = new CaseRunner(CaseWorld.Of(folder));
        var wrong = 0;
        foreach (var one in cases)
        {
            if (runner.Disprove(one) is not { } fault)
                continue;
            wrong++;
            Console.WriteLine($"{one.Id}: {fault}");
        }

        Console.WriteLine($"verify: {cases.Count - wrong} of {cases.Count} cases do what they claim, {cases.Count(c => c.Violates)} violations, {cases.Count(c => !c.Violates)} clean twins, {cases.Count(c => c.Blind)} blind, {clock.Elapsed.TotalSeconds:0.0} s");
        return wrong == 0 && cases.Count > 0 ? 0 : 1;
    }
}
