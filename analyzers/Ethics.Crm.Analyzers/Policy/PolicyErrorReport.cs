using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.Analyzers.Policy;

/// <summary>What the reader says of a policy, as a finding at its place in the file. Shared with the generator that tells it where the rules do not run.</summary>
internal static class PolicyErrorReport
{
    public static Diagnostic Of(PolicyError error, SourceText text) => Diagnostic.Create(Descriptor(error.Kind), At(error, text), error.Text);

    /// <param name="name">The namespace that the project asked for.</param>
    /// <param name="property">The MSBuild property that asked.</param>
    public static Diagnostic Misplaced(string path, string name, string property) => Diagnostic.Create(
        RuleDescriptors.PolicyContradiction,
        Location.Create(path, default, default),
        $"the policy's constants are not generated: '{name}' can be no namespace; correct the MSBuild property {property} ('none' generates none)");

    /// <param name="taker">The type or namespace that has the name already.</param>
    /// <param name="property">The MSBuild property that moves the constants.</param>
    public static Diagnostic Taken(Location place, string taker, string property) => Diagnostic.Create(
        RuleDescriptors.PolicyContradiction,
        place,
        $"'{taker}' takes the name of the policy's constants, which are not generated; rename it, or move them with the MSBuild property {property} ('none' generates none)");

    private static DiagnosticDescriptor Descriptor(PolicyErrorKind kind) => kind switch
    {
        PolicyErrorKind.Unknown => RuleDescriptors.PolicyNamesUnknown,
        PolicyErrorKind.Contradiction => RuleDescriptors.PolicyContradiction,
        _ => RuleDescriptors.PolicyUnreadable,
    };

    private static Location At(PolicyError error, SourceText text)
    {
        var from = Position(text, error.Line, error.Column);
        var to = Position(text, error.EndLine, error.EndColumn);
        var span = TextSpan.FromBounds(from, Math.Max(from, to));
        return Location.Create(error.File, span, text.Lines.GetLinePositionSpan(span));
    }

    /// <summary>The reader counts lines as JSON does; where the compiler counts fewer, the end of the text is as near as it gets.</summary>
    private static int Position(SourceText text, int line, int column)
    {
        if (line > text.Lines.Count)
        {
            return text.Length;
        }

        var found = text.Lines[Math.Max(line, 1) - 1];
        return Math.Min(found.Start + Math.Max(column, 1) - 1, found.EndIncludingLineBreak);
    }
}
