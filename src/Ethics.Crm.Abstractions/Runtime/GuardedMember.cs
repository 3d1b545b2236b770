using System.ComponentModel;

namespace Ethics.Crm.Runtime;

/// <summary>One guarded property of the program, with the purposes that it may be read for. For generated code: one static instance per property.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardedMember
{
    // Keeps the word of the mask alive.
    private readonly object _maskOwner;

    /// <param name="member">As messages show it: <c>Contact.Email</c>.</param>
    /// <param name="nullable">Whether null is a value that the property may have.</param>
    /// <param name="permitted">The purposes that the build's policy permits, every label taken together.</param>
    /// <param name="withoutPerson">Those of them that need no knowledge of the person: contract, legal obligation, vital interests.</param>
    /// <param name="knownPurposes">All purposes that the build's policy declares.</param>
    /// <param name="labels">What the code says, one entry for each declaration that speaks.</param>
    public GuardedMember(string member, bool nullable, string[] permitted, string[] withoutPerson, string[] knownPurposes, params MemberLabel[] labels)
        : this(member, nullable, permitted, withoutPerson, knownPurposes, MemberOrigin.Unsaid, labels)
    {
    }

    /// <summary>One that says how old its value is, or where it comes from.</summary>
    /// <param name="member">As messages show it: <c>Contact.Email</c>.</param>
    /// <param name="nullable">Whether null is a value that the property may have.</param>
    /// <param name="permitted">The purposes that the build's policy permits, every label taken together.</param>
    /// <param name="withoutPerson">Those of them that need to know neither the person nor the object.</param>
    /// <param name="knownPurposes">All purposes that the build's policy declares.</param>
    /// <param name="origin">What the code says of age and source.</param>
    /// <param name="labels">What the code says, one entry for each declaration that speaks.</param>
    public GuardedMember(string member, bool nullable, string[] permitted, string[] withoutPerson, string[] knownPurposes, MemberOrigin origin, params MemberLabel[] labels)
    {
        Origin = origin;
        Member = member;
        IsNullable = nullable;
        BuildPermitted = permitted;
        BuildWithoutPerson = withoutPerson;
        Labels = labels;
        Mask = PinnedWords.Take(out _maskOwner);
        GateRuntime.Register(this, knownPurposes);
    }

    /// <summary>As messages show it.</summary>
    public string Member { get; }

    /// <summary>Where the gate finds what the member is permitted for.</summary>
    public MemberMask Mask { get; }

    /// <summary>Whether the live policy can redact it: only then does a write have to be looked at.</summary>
    public bool MayRedact { get; internal set; }

    internal bool IsNullable { get; }

    internal MemberOrigin Origin { get; }

    internal string[] BuildPermitted { get; }

    internal string[] BuildWithoutPerson { get; }

    internal IReadOnlyList<MemberLabel> Labels { get; }

    /// <summary>What the live policy resolved for this member; kept here so that a refusal need not look it up.</summary>
    internal object? Resolved { get; set; }

    /// <summary>The purposes that the live policy permits, and every host: which host may answer is between scope and slot.</summary>
    internal ulong Permitted
    {
        get => Mask.Value;
        set => Mask.Set(value | HostCodes.Mask);
    }
}
