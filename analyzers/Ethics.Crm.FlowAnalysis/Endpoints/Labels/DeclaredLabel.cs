using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>What one declaration (the member's own, an overridden one, an interface's) says of a member.</summary>
/// <param name="Declaration">Where it is said.</param>
/// <param name="Source">What the code says, before the policy.</param>
/// <param name="Label">What it amounts to under the policy.</param>
internal sealed record DeclaredLabel(ISymbol Declaration, LabelSource Source, DataLabel Label);
