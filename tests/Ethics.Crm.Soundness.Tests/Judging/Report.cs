namespace Ethics.Crm.Soundness.Tests.Judging;

/// <summary>What an analyzer says about a program.</summary>
/// <param name="Sources">The labelled members that it names.</param>
/// <param name="Purposes">The purposes that it says are wrong.</param>
internal sealed record Report(string Id, int Line, IReadOnlyList<string> Sources, IReadOnlyList<string> Purposes, string Message);
