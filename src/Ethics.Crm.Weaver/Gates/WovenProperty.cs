using Ethics.Crm.Weaver.Labels;
using Mono.Cecil;

namespace Ethics.Crm.Weaver.Gates;

/// <summary>A property whose getter is to ask the gate.</summary>
/// <param name="Raw">What the getter was: reads past the gate.</param>
/// <param name="Origin">What the code says of age and source; null where it says nothing.</param>
internal sealed record WovenProperty(PropertyDefinition Property, Judgement Judgement, MethodDefinition Raw, Origin? Origin);

/// <summary>All of one type.</summary>
internal sealed record WovenType(TypeDefinition Type, IReadOnlyList<WovenProperty> Properties);
