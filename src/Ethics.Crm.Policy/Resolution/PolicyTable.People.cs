namespace Ethics.Crm.Policy;

public sealed partial class PolicyTable
{
    /// <summary>Whether the person has a say in a purpose: by consent (Art. 6 (1) a, 7 GDPR), by an objection (Art. 21 (1)), and in direct marketing always, whatever it rests on (Art. 21 (2)). Where nobody can be asked, such a purpose is refused.</summary>
    /// <param name="purpose">As the policy declares it.</param>
    /// <returns>False for what contract, law or vital interests require.</returns>
    public static bool NeedsPerson(PurposeEntry purpose)
    {
        _ = purpose ?? throw new ArgumentNullException(nameof(purpose));
        return purpose.DirectMarketing || purpose.Basis is LawfulBasis.Consent or LawfulBasis.LegitimateInterests or LawfulBasis.PublicTask;
    }
}
