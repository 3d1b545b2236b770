using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace PurposeBench.Truth;

/// <summary>The callers of the code that runs, as places in the sources of the cases.</summary>
internal static class CallStack
{
    private const string Prelude = "/Library/Prelude/";

    /// <summary>
    /// From inside out. Ends at an asynchronous method that was resumed: what stands beneath it on the stack is whoever completed what it waited for, not its caller.
    /// </summary>
    public static IReadOnlyList<CodePosition> Here()
    {
        var places = new List<CodePosition>();
        var frames = new StackTrace(1, fNeedFileInfo: true).GetFrames();
        for (var i = 0; i < frames.Length; i++)
        {
            if (frames[i].GetFileName()?.Replace('\\', '/') is not { } file || file.Contains(Prelude, StringComparison.Ordinal) || InCases(file) is not { } place)
                continue;
            places.Add(new CodePosition(place, frames[i].GetFileLineNumber(), frames[i].GetFileColumnNumber()));
            if (IsStep(frames[i]) && (i + 1 == frames.Length || !IsStart(frames[i + 1])))
                break;
        }

        return places;
    }

    private static string? InCases(string file) => Math.Max(file.LastIndexOf("/Cases/", StringComparison.Ordinal), file.LastIndexOf("/Library/", StringComparison.Ordinal)) is >= 0 and var at ? file[(at + 1)..] : null;

    private static bool IsStep(StackFrame frame) => frame.GetMethod() is { Name: "MoveNext", DeclaringType: { } type } && type.IsAssignableTo(typeof(IAsyncStateMachine));

    // AsyncTaskMethodBuilder.Start and its siblings; an asynchronous iterator's is called MoveNext.
    private static bool IsStart(StackFrame frame) => frame.GetMethod() is { Name: "Start" or "MoveNext", DeclaringType: { } type } && type.Name.Contains("MethodBuilder", StringComparison.Ordinal);
}
