namespace Ethics.Crm.Policy;

/// <summary>What the code itself says of one declaration, before the policy has its say.</summary>
/// <param name="Member">
/// Full name without generic arity: <c>Acme.Crm.Contact.Email</c> for a property or field, <c>Acme.Bag.this[]</c> for an indexer,
/// <c>Acme.Api.GetEmail(System.String)</c> for a method's return value, <c>Acme.Api.Import(System.String)#row</c> for a parameter.
/// </param>
/// <param name="Category">From <c>[DataCategory]</c>; null when absent.</param>
/// <param name="CollectedFor">From <c>[CollectedFor]</c>; null when absent.</param>
/// <param name="Attributes">Full names of the other attribute classes on it, each followed by its base classes, which begin with <c>^</c>: of a class and its bases the nearest that the policy maps counts.</param>
public sealed record LabelSource(string Member, string? Category, IReadOnlyList<string>? CollectedFor, IReadOnlyList<string> Attributes);
