using Ethics.Crm.Consent;
using Ethics.Crm.Decisions;
using Ethics.Crm.Policy;

namespace Ethics.Crm.Policies;

/// <summary>
/// Where less stands against a use than before, and what is left lets it pass, or redacts it, by its own mode: nothing is permitted then that was not, and it is read all the same.
/// </summary>
internal sealed class PassingDifference
{
    private readonly PolicyTable _less;
    private readonly PolicyTable _more;
    private readonly bool _opens;
    private readonly List<string> _known;
    private readonly List<string> _onTrial;

    public PassingDifference(PolicyTable less, PolicyTable more, bool opens)
    {
        (_less, _more, _opens) = (less, more, opens);
        var modes = more.Document.Enforcement;
        var isLenient = modes.Default != EnforcementMode.Enforce || modes.Purposes.Values.Concat(modes.Categories.Values).Concat(modes.Rules.Values).Any(static mode => mode != EnforcementMode.Enforce);
        _known = isLenient ? more.Purposes.Where(less.HasPurpose).ToList() : [];
        var denied = _known.Count == 0 ? [] : more.Document.Rules.SelectMany(static rule => rule.DenyPurposes).Distinct().ToList();
        _onTrial = _known.Where(p => denied.Any(d => ConsentStanding.Covers(d, p))).ToList();
    }

    public IEnumerable<string> OfCategories()
    {
        if (_known.Count == 0)
            return [];
        var asked = _known.Where(p => _less.DemandsOf(p) != _more.DemandsOf(p)).ToList();
        var denied = asked.Union(_onTrial).ToList();
        var alike = IsAlike(_less.Document, _more.Document);
        return _more.Document.Categories.Keys.Union(_less.Document.Categories.Keys).OrderBy(static c => c, StringComparer.Ordinal).SelectMany(category => Sentences(category,
            (_less.LimitsOf(category) != _more.LimitsOf(category) ? _known : alike && _less.RefusalsOf(category) == _more.RefusalsOf(category) ? asked : denied)
            // By its default, and where the code says that it was collected for it.
            .Select(p => (Purpose: p, Change: Of(new(category, null), new(category, null), p) ?? Of(new(category, [p]), new(category, [p]), p)))));
    }

    /// <summary>Whether all that is no category's own is the same: modes, and what may serve further purposes.</summary>
    private static bool IsAlike(PolicyDocument less, PolicyDocument more)
    {
        return less.Enforcement.Default == more.Enforcement.Default && Same(less.Enforcement.Purposes, more.Enforcement.Purposes) && Same(less.Enforcement.Categories, more.Enforcement.Categories) && Same(less.Enforcement.Rules, more.Enforcement.Rules)
            && less.Compatible.Count + more.Compatible.Count == 0;

        static bool Same(IReadOnlyDictionary<string, EnforcementMode> one, IReadOnlyDictionary<string, EnforcementMode> other) =>
            one.Count == other.Count && one.All(entry => other.TryGetValue(entry.Key, out var mode) && mode == entry.Value);
    }

    /// <summary>Of an entry for a member whose label was another one.</summary>
    public IEnumerable<string> OfEntry(string name, DataLabel before, DataLabel after) => Sentences($"'{name}'", _onTrial.Select(p => (p, Of(before, after, p))));

    private IEnumerable<string> Sentences(string what, IEnumerable<(string Purpose, (EnforcementMode Before, EnforcementMode After)? Change)> changes) =>
        changes.Where(static one => one.Change is not null).GroupBy(static one => one.Change!.Value, static one => one.Purpose)
            .Select(alike => ModeDifference.Sentence($"refusals of {what} for {PolicyDifference.Words(alike)}", alike.Key.Before, alike.Key.After, _opens));

    /// <summary>Null where it is as strict as before, and where another sentence says it: what is permitted altogether, a mode, or a rule of one name.</summary>
    private (EnforcementMode Before, EnforcementMode After)? Of(DataLabel before, DataLabel after, string purpose)
    {
        if (_more.Objections(after, purpose) is not { Count: > 0 } left || _less.Objections(before, purpose) is not { Count: > 0 } stood
            || _more.ModeFor(after.Category, [purpose], []) > _less.ModeFor(before.Category, [purpose], []))
            return null;
        var (was, becomes) = (Strictest(_less, before.Category, purpose, stood), Strictest(_more, after.Category, purpose, left));
        return becomes > was && !left.Any(one => IsTold(one, stood.FirstOrDefault(old => old.Rule is not null && old.Rule == one.Rule), before.Category, after.Category, purpose)) ? (was, becomes) : null;
    }

    private bool IsTold(PurposeVerdict now, PurposeVerdict same, string? before, string? after, string purpose) =>
        same.Rule is { } rule && ((same.EvenWithConsent && !now.EvenWithConsent) || _more.ModeFor(after, [purpose], [rule]) > _less.ModeFor(before, [purpose], [rule]));

    /// <summary>How a read ends against which all of this stands.</summary>
    private static EnforcementMode Strictest(PolicyTable table, string? category, string purpose, IReadOnlyList<PurposeVerdict> objections) => objections.Min(one =>
        table.ModeFor(category, [purpose], one.Rule is { } rule ? [rule] : []) switch
        {
            EnforcementMode.Audit when !Modes.MayPassInAudit(Reasons.RefusalOf(one.Kind), one.EvenWithConsent) => EnforcementMode.Enforce,
            EnforcementMode.Redact when table.Document.Purposes[purpose].Decision => EnforcementMode.Enforce,
            var mode => mode,
        });
}
