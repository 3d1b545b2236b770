namespace Ethics.Crm.Policies;

/// <summary>What became of a policy that one host's file now holds.</summary>
/// <param name="Reason">Why it is not in force; null when it is.</param>
/// <param name="Change">What it changed; null when it was in force already, or is not.</param>
internal readonly record struct PolicyOffer(string? Reason, PolicyDifference? Change)
{
    public bool IsInForce => Reason is null;

    public static PolicyOffer InForceAlready => default;

    public static PolicyOffer Refused(string reason) => new(reason, null);
}
