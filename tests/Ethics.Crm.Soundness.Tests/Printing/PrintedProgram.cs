namespace Ethics.Crm.Soundness.Tests.Printing;

/// <param name="Namespace">The namespace that the program has for itself.</param>
/// <param name="Lines">The line, from 1, of each statement and lambda.</param>
internal sealed record PrintedProgram(string Namespace, string Text, IReadOnlyDictionary<object, int> Lines)
{
    public int LineCount => Text.AsSpan().Count('\n');
}
