namespace Ethics.Crm.Soundness.Tests.Interpretation;

/// <summary>Something that a run shows. Interpreter and execution tell the same, or one of them is wrong.</summary>
/// <param name="Kind"><c>use</c>, <c>read</c> or <c>store</c>.</param>
/// <param name="What">The number of the use, or the labelled member.</param>
/// <param name="Purposes">What the code works for, in order.</param>
/// <param name="Labels">The labelled members that the value carries, in order; empty for a read.</param>
internal readonly record struct Observation(string Kind, string What, string Purposes, string Text, string Labels)
{
    public override string ToString() => $"{Kind} {What} for [{Purposes}]: \"{Text}\" {{{Labels}}}";
}
