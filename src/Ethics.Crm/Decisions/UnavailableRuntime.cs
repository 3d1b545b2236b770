using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>What is left when a start failed: everything is refused, with the reason.</summary>
internal sealed class UnavailableRuntime(string reason) : GateRuntime
{
    public string Reason => reason;

    public override GateHost? HostFor(GateHost? known) => null;

    public override IEnumerable<string> FastPermitted(GuardedMember member) => [];

    public override IReadOnlyList<string> Permitted(GuardedMember member) => [];

    public override GateVerdict Judge(GuardedMember member, IReadOnlyList<string> purposes, GateHost? host, ConsentSlot slot, object? collectedAt) => Refused(member);

    public override GateVerdict Refuse(GuardedMember member, IReadOnlyList<string> purposes, Refusal refusal, string why) => Refused(member);

    private GateVerdict Refused(GuardedMember member) =>
        GateVerdict.Refuse(Refusal.PolicyUnavailable, $"'{member.Member}' was read, but Ethics.Crm did not start, so nothing is permitted: {reason}");
}
