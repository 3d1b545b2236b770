namespace Ethics.Crm.Policies;

/// <summary>What became of a policy that one host's file now holds.</summary>
/// <param name="Reason">Why it is not in force; null when it is.</param>
/// <param name="Change">What it changed; null when it was in force already, or is not.</param>
/// <param name="IsOutdated">The files hold something else by now, which is to be read and offered in its place.</param>
internal readonly record struct PolicyOffer(string? Reason, PolicyDifference? Change, bool IsOutdated = false)
{
    public bool IsInForce => Reason is null;

    public static PolicyOffer InForceAlready => default;

    public static PolicyOffer Outdated => new("The files changed while they were read.", null, IsOutdated: true);

    public static PolicyOffer Refused(string reason) => new(reason, null);
}
