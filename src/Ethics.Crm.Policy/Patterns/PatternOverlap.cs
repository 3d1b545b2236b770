namespace Ethics.Crm.Policy.Patterns;

/// <summary>
/// Whether some symbol is named by both of two patterns. Decided exactly (product of the two wildcard patterns), not by trying names, so that a policy which loads never has to
/// choose between two entries.
/// </summary>
internal static class PatternOverlap
{
    public static bool Exists(MemberPattern a, MemberPattern b, PatternUse use) =>
        (a.Kind == b.Kind || use == PatternUse.Method)
        && string.Equals(a.Parameter, b.Parameter, StringComparison.Ordinal)
        && (a.Types is null || b.Types is null || a.Types.SequenceEqual(b.Types, StringComparer.Ordinal))
        && ConstantsAgree(a, b)
        && (a.IsExact && b.IsExact ? a.Segments.SequenceEqual(b.Segments, StringComparer.Ordinal) : NameGlob.Overlap(a.Segments, b.Segments));

    private static bool ConstantsAgree(MemberPattern a, MemberPattern b)
    {
        foreach (var left in a.Constants)
        {
            foreach (var right in b.Constants)
            {
                if (left.Key == right.Key && left.Value != right.Value)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
