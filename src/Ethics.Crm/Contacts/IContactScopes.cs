namespace Ethics.Crm;

/// <summary>
/// Opens scopes of code that contacts people: writes to them, or calls them. Inside, whoever is read about is contacted: the first read about a person asks whether that may be, and records it, as
/// <see cref="IContactLog.TryContactAsync"/> does; further reads about the same person belong to the same contact.
/// </summary>
/// <remarks>
/// Asked are purposes with <c>channels</c>, <c>quietHours</c> or <c>frequency</c> in the policy, their own or those of a purpose above them. A read that the policy or the person refuses, or that is redacted, is no contact.
/// One that may not be contacted is refused as a read is (<see cref="PurposeViolationException"/>, with <see cref="Refusal.QuietHours"/>, <see cref="Refusal.Frequency"/> or what else the log says), or redacted where the policy says
/// so; no mode lets it pass. What opens a purpose of its own inside contacts by the same channel, for that purpose; a further contact scope is a contact of its own.
/// </remarks>
public interface IContactScopes
{
    /// <summary>Opens a scope for one purpose, in place of the enclosing one until it is disposed. Around one letter: who is read about twice in it is contacted once.</summary>
    /// <param name="purpose">What for.</param>
    /// <param name="channel">How, in a word that the purpose's <c>channels</c> lists where it has such a list: <c>email</c>.</param>
    /// <exception cref="ArgumentException">Purpose or channel is null or blank.</exception>
    /// <exception cref="InvalidOperationException">The application has not started, or has stopped; or its <see cref="IContactLog"/> is no <see cref="ISynchronousContactLog"/>.</exception>
    PurposeScope Enter(string purpose, string channel);

    /// <summary>Opens a scope that works for all the purposes named: one contact, which the terms of each have to allow.</summary>
    /// <param name="purposes">At least one.</param>
    /// <param name="channel">How.</param>
    /// <exception cref="ArgumentException">No purpose, or a null or blank one; or the channel is null or blank.</exception>
    /// <exception cref="InvalidOperationException">As above.</exception>
    PurposeScope Enter(string[] purposes, string channel);
}
