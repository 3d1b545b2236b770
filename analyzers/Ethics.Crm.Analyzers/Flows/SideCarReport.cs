using System.IO;
using Ethics.Crm.FlowAnalysis.SideCars;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Flows;

/// <summary>Side-cars that are no help, and files that could not be written.</summary>
internal static class SideCarReport
{
    /// <returns>How many there are.</returns>
    public static int Tell(CompilationAnalysisContext context, SideCars libraries)
    {
        var told = 0;
        foreach (var problem in libraries.Problems)
        {
            told++;
            Tell(context, $"The file '{problem.Path}' {problem.Why}, so the build does not know what that library does with labelled values");
        }

        return told;
    }

    public static void Write(CompilationAnalysisContext context, string path, string text)
    {
        if (SideCarFile.Write(path, text) is { } why)
        {
            Tell(context, $"The file '{Path.GetFileName(path)}' could not be written ({why}), so whoever references this project does not know what it does with labelled values");
        }
    }

    public static void Tell(CompilationAnalysisContext context, string what) => context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.NotFollowed, Location.None, what));
}
