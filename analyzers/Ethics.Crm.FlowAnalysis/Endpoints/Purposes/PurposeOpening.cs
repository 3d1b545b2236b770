using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary>A place that says what code works for: a scope, an endpoint, or a <c>[ForPurpose]</c>.</summary>
/// <param name="Location">The name of the call, or the attribute.</param>
/// <param name="IsScope">False for an attribute.</param>
internal sealed record PurposeOpening(ImmutableArray<string> Names, Location Location, bool IsScope);
