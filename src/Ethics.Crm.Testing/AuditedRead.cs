namespace Ethics.Crm.Testing;

/// <summary>A read that audit let pass.</summary>
/// <param name="Member">As messages name it: <c>Contact.Email</c>.</param>
/// <param name="Purpose">Null without scope.</param>
/// <param name="Refusal">Why enforcing would have refused it.</param>
public sealed record AuditedRead(string Member, string? Purpose, Refusal Refusal);
