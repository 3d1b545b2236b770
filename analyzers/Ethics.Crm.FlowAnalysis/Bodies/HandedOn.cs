using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>A parameter that a method hands on to another one.</summary>
/// <param name="At">The place among the parameters of the other method.</param>
internal sealed record HandedOn(IParameterSymbol Parameter, IMethodSymbol To, int At);
