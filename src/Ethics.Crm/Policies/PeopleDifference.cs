using Ethics.Crm.Consent;
using Ethics.Crm.Policy;

namespace Ethics.Crm.Policies;

/// <summary>Which purposes ask less of the person than before.</summary>
internal static class PeopleDifference
{
    public static IEnumerable<string> Gains(PolicyTable less, PolicyTable more, bool opens)
    {
        foreach (var purpose in more.Purposes)
        {
            if (!less.Document.Purposes.TryGetValue(purpose, out var before))
                continue;
            var after = more.Document.Purposes[purpose];
            if (Asks(after) < Asks(before) && after.Basis == before.Basis)
            {
                yield return $"'{purpose}' is direct marketing {(opens ? "no longer, so that an objection to it does not count" : "now, so that an objection to it counts")}";
            }
            else if (Asks(after) < Asks(before))
            {
                yield return $"'{purpose}' {(opens ? $"rests on {Words(after.Basis)} instead of {Words(before.Basis)}, which asks less of the person" : $"rests on {Words(before.Basis)} instead of {Words(after.Basis)}, which asks more of the person")}";
            }
            else if (after.Basis == LawfulBasis.Consent && before.Basis == LawfulBasis.Consent)
            {
                if (before.ConsentFrom is not null && string.CompareOrdinal(after.ConsentFrom, before.ConsentFrom) < 0)
                    yield return $"for '{purpose}', consent that was given to an older notice than '{before.ConsentFrom}' {(opens ? "counts again" : "counts no longer")}";
                foreach (var above in ConsentStanding.Above(purpose).Where(name => !more.HasPurpose(name) && less.Document.Purposes.TryGetValue(name, out var terms) && (terms.ConsentFrom ?? terms.ConsentExpires) is not null))
                    yield return $"for '{purpose}', the terms of consent to '{above}' {(opens ? "no longer count" : "count as well")}";
                if (Durations.ReachFurther(Lasts(after.ConsentExpires), Lasts(before.ConsentExpires)))
                    yield return $"for '{purpose}', consent lasts {(opens ? "longer" : "shorter")} ({(opens ? after.ConsentExpires ?? "without end" : before.ConsentExpires)})";
            }
        }
    }

    /// <summary>Nothing without their yes, until their no, or nothing.</summary>
    private static int Asks(PurposeEntry purpose) => purpose.Basis == LawfulBasis.Consent ? 2 : ConsentStanding.NeedsPerson(purpose) ? 1 : 0;

    private static IReadOnlyList<string> Lasts(string? duration) => duration is null ? [] : [duration];

    private static string Words(LawfulBasis basis) => basis switch
    {
        LawfulBasis.Consent => "consent",
        LawfulBasis.Contract => "contract",
        LawfulBasis.LegalObligation => "legal obligation",
        LawfulBasis.VitalInterests => "vital interests",
        LawfulBasis.PublicTask => "public task",
        _ => "legitimate interests",
    };
}
