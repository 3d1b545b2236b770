using System.Diagnostics;
using System.Text.Json.Serialization;
using Ethics.Crm.Binding;
using Ethics.Crm.Runtime;

namespace Ethics.Crm;

/// <summary>
/// A value that is on its way (an outbox row, a message, an entry of a cache) with its labels and the people that it is about. It can be handed on, changed into another value and
/// stored (<see cref="StorageSerializer"/>); it is opened only for a purpose that its labels and its people permit at that moment. Its text, a debugger, a log and other serialisers show names alone.
/// </summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <remarks>Made by <see cref="Bound.From"/>.</remarks>
[JsonConverter(typeof(BoundJsonRefusal))]
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(BoundView<>))]
public sealed class Bound<T>
{
    private static readonly SubjectBinder<SubjectKey[]> People = new(static keys => keys);

    [NonSerialized]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly T _value;

    [NonSerialized]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly SubjectKey[] _subjects;

    [NonSerialized]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private SubjectSlot<SubjectKey[]> _slot;

    internal Bound(T value, GuardedMember member, SubjectKey[] subjects)
    {
        _value = value;
        _subjects = subjects;
        Member = member;
    }

    /// <summary>The member that the value was taken from, as messages name it: <c>Contact.Email</c>.</summary>
    public string Source => Member.Member;

    [field: NonSerialized]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal GuardedMember Member { get; }

    /// <summary>For storage alone; a debugger would evaluate it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal T Stored => _value;

    /// <summary>Whom the value is about; empty when its object did not say, with a key without id beside the others when it did not say of all. All of them have to permit a use. A method, because what writes an object into a log reads its properties, and ids are personal data.</summary>
    public IReadOnlyList<SubjectKey> GetSubjects() => Array.AsReadOnly(_subjects);

    /// <summary>Another value that is made from this one, and bound as it is.</summary>
    /// <typeparam name="TResult">The new value's type.</typeparam>
    /// <param name="map">Gets the value as it is: what it does with it besides is a use that nobody asks about at run time, and the build follows.</param>
    public Bound<TResult> Map<TResult>(Func<T, TResult> map) => new((map ?? throw new ArgumentNullException(nameof(map)))(_value), Member, _subjects);

    /// <summary>The value, for what the running code works for. As a read of the member that it was taken from: refused, redacted or audited as the policy says.</summary>
    /// <param name="ct">Cancels the question.</param>
    /// <returns>The value, or where the policy redacts it, null or the category's text.</returns>
    /// <exception cref="PurposeViolationException">A purpose of the innermost scope is not permitted for the value, or one of its people does not permit it; or no scope is open.</exception>
    public Task<T> OpenAsync(CancellationToken ct = default)
    {
        // One of many that are opened together: a refusal is in its task.
        if (ct.IsCancellationRequested)
            return Task.FromCanceled<T>(ct);
        if (ReadGate.TryDecide(Member, People, ref _slot, _subjects, _value, out var shown, out var verdict, out var purposes))
            return Task.FromResult(shown);
        return Task.FromException<T>(ReadGate.Refused(Member, purposes, verdict));
    }

    /// <summary>Names, never the value.</summary>
    public override string ToString() => $"Bound<{typeof(T).Name}> of {Source}";
}
