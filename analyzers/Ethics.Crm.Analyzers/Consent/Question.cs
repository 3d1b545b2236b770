using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>What has to be asked on the way to a read. Reads that have one question are answered together.</summary>
/// <param name="About">What a rule looks for beside the questions to the person: the object of the read, the name of the member that tells the age; null for nothing.</param>
internal sealed record Question(string Purpose, object? About)
{
    /// <summary>In another method: a variable is nobody's there, the object itself may be the same.</summary>
    public Question Elsewhere => About is ILocalSymbol or IParameterSymbol ? this with { About = null } : this;
}
