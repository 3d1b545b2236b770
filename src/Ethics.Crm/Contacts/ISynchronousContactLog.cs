namespace Ethics.Crm;

/// <summary>
/// What an <see cref="IContactLog"/> implements too that reads can ask, in scopes of <see cref="IContactScopes"/>. A read cannot wait for a task: answer out of memory, where the log keeps places that it has taken before.
/// The log that <c>AddEthicsCrm</c> registers is one.
/// </summary>
public interface ISynchronousContactLog
{
    /// <summary>Asks whether all these people may be contacted, and records it as done where all may: in one step, so that of two senders only one finds the last place. Where one may not, nobody's place is taken.</summary>
    /// <param name="contact">Which contact it is. What has been recorded under it for a person takes no further place: two reads may ask at once, and one of a further purpose may follow. <see cref="Guid.Empty"/> is one of its own.</param>
    /// <param name="subjects">The people; two of them may be keys of one person.</param>
    /// <param name="purposes">All that they are contacted for: one contact, which the terms of each have to allow.</param>
    /// <param name="channel">How.</param>
    /// <returns>Refused as by <see cref="IContactLog.TryContactAsync"/>. What it throws, the read throws.</returns>
    PurposeDecision TryContact(Guid contact, IReadOnlyList<SubjectKey> subjects, IReadOnlyList<string> purposes, string channel);
}
