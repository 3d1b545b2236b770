using Ethics.Crm.FlowAnalysis.Contexts;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Findings;

/// <summary>A labelled member that is read, where nothing is declared, for code that declares something. Whether it may be is not judged.</summary>
/// <param name="Reader">The method or local function that reads it.</param>
/// <param name="Code">What the code at the first call works for.</param>
/// <param name="Way">The calls from that code down to the reader.</param>
internal sealed record HelperFinding(ReadOrigin Source, IMethodSymbol Reader, CodePurposes Code, IReadOnlyList<CallSite> Way);
