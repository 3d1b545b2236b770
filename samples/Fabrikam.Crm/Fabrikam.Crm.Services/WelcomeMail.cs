using Ethics.Crm;

namespace Fabrikam.Crm.Services;

/// <summary>What a row of the outbox says. The address stays closed until it is sent, for the newsletter and by that person's consent at that moment.</summary>
public sealed record WelcomeMail(Bound<string> To);
