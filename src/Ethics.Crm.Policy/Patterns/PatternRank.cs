namespace Ethics.Crm.Policy.Patterns;

/// <summary>
/// How exact a pattern is: without wildcard before <c>*</c> before <c>**</c>; among these, one that fixes a constant argument before one that does not;
/// then the one with more literal characters. The greater rank wins.
/// </summary>
/// <param name="Wildcards">0 none, 1 <c>*</c>, 2 <c>**</c>.</param>
/// <param name="Constants">How many arguments are fixed.</param>
/// <param name="Literals">Characters of names, types and constants that are no <c>*</c>.</param>
internal readonly record struct PatternRank(int Wildcards, int Constants, int Literals) : IComparable<PatternRank>
{
    public int CompareTo(PatternRank other) =>
        Wildcards != other.Wildcards ? other.Wildcards.CompareTo(Wildcards)
            : Constants != other.Constants ? Constants.CompareTo(other.Constants)
            : Literals.CompareTo(other.Literals);
}
