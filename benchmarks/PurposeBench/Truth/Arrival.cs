namespace PurposeBench.Truth;

/// <summary>Something that reached a channel.</summary>
/// <param name="Members">The labelled members whose values stand in the text.</param>
/// <param name="Stack">Where the code of the case stood, innermost first; empty for what came by console or exception.</param>
/// <param name="Scope">The purposes of the scope that was open.</param>
internal sealed record Arrival(string Channel, string Text, IReadOnlyList<string> Members, IReadOnlyList<CodePosition> Stack, IReadOnlyList<string> Scope);

/// <summary>A place in a source file, as the debug symbols name it: line and column from 1.</summary>
internal readonly record struct CodePosition(string File, int Line, int Column);
