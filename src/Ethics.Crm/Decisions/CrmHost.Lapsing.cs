using System.Runtime.CompilerServices;
using Ethics.Crm.Consent;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>Consent that lapses by itself stays out of the masks of slots; what it allows is kept here, with the moment until which that holds.</summary>
internal sealed partial class CrmHost
{
    // Beside the slots, not in them: few people have such consent, and every one has a slot.
    private readonly ConditionalWeakTable<ConsentSlot, Allowance> _lapsing = new();

    // Of a clock that decides something while it is asked: once would do, and one that does so each time would keep the reader for ever.
    private const int Rounds = 8;

    /// <summary>What the slot's people allow at this moment by this policy, lapsing consent included; 0 when nothing of it can lapse, so that the slot says it all.</summary>
    public ulong AllowedAtThisMoment(ConsentSlot slot, LiveRuntime policy)
    {
        if (!policy.HasLapsingConsent)
            return 0;
        if (_lapsing.TryGetValue(slot, out var known) && ReferenceEquals(known.Policy, policy) && known.HoldsAt(_clock.GetUtcNow()))
            return known.Mask;
        lock (Sync)
        {
            for (var round = 0; round < Rounds; round++)
            {
                var decided = _decided;
                var allowance = _running ? Allow(People.Of(slot), policy) : null;
                // The clock may be one that decides something itself. Or reads, and then an answer is there already.
                if (decided != _decided)
                    continue;
                _lapsing.Remove(slot);
                if (allowance is null)
                    return 0;
                _lapsing.Add(slot, allowance);
                return allowance.Mask;
            }

            // Whoever decides something whenever the time is asked for is never answered: nothing is allowed.
            _lapsing.Remove(slot);
            return 0;
        }
    }

    private Allowance? Allow(People people, LiveRuntime policy)
    {
        var (from, until) = (_clock.GetUtcNow(), DateTimeOffset.MaxValue);
        var allowed = new List<string>();
        foreach (var (_, purpose, declared) in policy.PurposesWithBit.All)
        {
            var standings = people.Persons.Select(p => StandingOf(p, purpose, declared, policy.Table)).ToList();
            if (people.IsUnknown || standings.Any(static s => !s.IsAllowed))
                continue;
            allowed.Add(purpose);
            until = standings.Select(static s => s.Until).OfType<DateTimeOffset>().Append(until).Min();
        }

        return until == DateTimeOffset.MaxValue ? null : new Allowance(policy, PurposeBits.PermittedMaskOf(allowed), from, until);
    }

    /// <param name="From">When it was found. A clock that was set back since may have been ahead then.</param>
    /// <param name="Until">The answer holds before that moment.</param>
    private sealed record Allowance(LiveRuntime Policy, ulong Mask, DateTimeOffset From, DateTimeOffset Until)
    {
        public bool HoldsAt(DateTimeOffset now) => From <= now && now < Until;
    }
}
