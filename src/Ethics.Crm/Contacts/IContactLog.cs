namespace Ethics.Crm;

/// <summary>
/// Whom the program wrote to or called, and whether it may now: a purpose's <c>channels</c>, <c>quietHours</c> and <c>frequency</c> in the policy, by the clock on the person's wall. Code that reads what it sends opens
/// <see cref="IContactScopes"/>, where reads ask. The one that
/// <c>AddEthicsCrm</c> registers lives as long as the process, and forgets contacts once no <c>frequency</c> of the policy can count them, after a month at the earliest; register your own before it to keep them.
/// </summary>
public interface IContactLog
{
    /// <summary>Asks whether the person may be contacted, and records it as done where the answer is yes: in one step, so that two senders do not both find room for the last one. Ask right before sending.</summary>
    /// <param name="subject">The person; without tenant, that of the application's options counts.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="channel">How, in a word that the purpose's <c>channels</c> lists where it has such a list: <c>email</c>. Without one <c>Email</c> and <c>email</c> are counted as the same.</param>
    /// <param name="ct">Cancels before anything is recorded.</param>
    /// <returns>Refused as well where the person does not allow the purpose, and where quiet hours have to be kept and the person's time zone is not known.</returns>
    Task<PurposeDecision> TryContactAsync(SubjectKey subject, string purpose, string channel, CancellationToken ct = default);
}
