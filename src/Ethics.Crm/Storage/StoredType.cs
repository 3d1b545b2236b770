using Ethics.Crm.Decisions;
using Ethics.Crm.Members;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Storage;

/// <summary>What one type writes into storage.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Members">By their names in JSON.</param>
/// <param name="IsOpen">Whether it takes in what it does not know: a dictionary, or an object with extension data or a member that holds any JSON.</param>
internal sealed record StoredType(string Name, IReadOnlyList<(string JsonName, MemberGate Gate)> Members, bool IsOpen)
{
    // Made once for each type of a serializer, so one is another only by itself.
    public bool Equals(StoredType? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>The members that are labelled at this moment.</summary>
    public IEnumerable<(string JsonName, StoredLabel Label)> Labelled() =>
        Members.Where(static one => one.Gate.IsLabelled).Select(static one => (one.JsonName, LabelOf(one.Gate.Member)));

    private static StoredLabel LabelOf(GuardedMember member) => GateRuntime.Current is LiveRuntime live
        ? new([.. ResolvedMember.Of(live.Table, member).Categories.Distinct(StringComparer.Ordinal)], [.. live.Permitted(member).OrderBy(static purpose => purpose, StringComparer.Ordinal)])
        : new([.. member.Labels.Select(static label => label.Category).OfType<string>().Distinct(StringComparer.Ordinal)], [.. member.BuildPermitted.OrderBy(static purpose => purpose, StringComparer.Ordinal)]);
}

/// <summary>What is said of a member when it is written.</summary>
/// <param name="Categories">Its categories.</param>
/// <param name="For">The purposes that it is permitted for.</param>
internal sealed record StoredLabel(string[] Categories, string[] For);
