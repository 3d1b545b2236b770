namespace Ethics.Crm.SourceGenerators.Pipeline;

/// <summary>One policy file of the build, as text.</summary>
/// <param name="IsBase">True for a file that <c>extends</c> may name.</param>
internal sealed record PolicyFile(string Path, bool IsBase, bool IsUtf8, string Text);
