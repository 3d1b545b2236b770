namespace Ethics.Crm;

/// <summary>Answers whether a person's data may be used for a purpose, from the same table as the build and the read gate.</summary>
public interface IPurposeDecisions
{
    /// <summary>Decides without reading anything.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="memberOrCategory">A category (<c>contact.email</c>), or a member: its full name (<c>Acme.Crm.Contact.Email</c>), guarded or not, whose label comes from attributes or from the policy's <c>fields</c>; a guarded property also by its short name (<c>Contact.Email</c>) once its type is in use.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="recipient">Also asks whether the data may go there; null asks for the use only.</param>
    /// <returns>Never null; what is unknown, or declared in a type that cannot be loaded, is refused, with a reason that says so, and so is everything before the start, after a start that failed, and after the end.</returns>
    PurposeDecision Decide(SubjectKey subject, string memberOrCategory, string purpose, string? recipient = null);
}
