using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Patterns;
using Ethics.Crm.Policy.Resolution;

namespace Ethics.Crm.Policy;

/// <summary>The decision table: immutable, thread-safe, the one answer for compiler and run time.</summary>
public sealed partial class PolicyTable
{
    private readonly CategoryResolver _categories;
    private readonly DottedSet _purposes;
    private readonly DottedSet _categoryNames;
    private readonly Lazy<string> _identity;

    internal PolicyTable(PolicyDocument document)
    {
        Document = document;
        _categories = new(document);
        _purposes = new(document.Purposes.Keys);
        _categoryNames = new(document.Categories.Keys);
        _compatible = new(document);
        _fields = Index(document.Fields, PatternUse.Member);
        _attributes = Index(document.Attributes, PatternUse.Type);
        _code = Index(document.Code, PatternUse.Code);
        _sinks = Index(document.Sinks.Select(s => new KeyValuePair<string, SinkEntry>(s.Method, s)), PatternUse.Method);
        _anonymizers = Index(document.Anonymizers.Select(a => new KeyValuePair<string, AnonymizerEntry>(a.Method, a)), PatternUse.Method);
        _entities = Index(document.Entities.Select(e => new KeyValuePair<string, string>(e, e)), PatternUse.Type);
        _identity = new(() => PolicyIdentity.Of(document));
    }

    /// <summary>What the files say together.</summary>
    public PolicyDocument Document { get; }

    /// <summary>Changes exactly when the meaning of the policy changes: a hash (hex) of the merged document, without comments, layout and order.</summary>
    public string Identity => _identity.Value;

    /// <summary>Declared purposes, in ordinal order.</summary>
    public IReadOnlyList<string> Purposes => _purposes.Names;

    /// <summary>Whether exactly this purpose is declared.</summary>
    /// <param name="name">A dotted name; case matters.</param>
    /// <returns>False for a mere branch.</returns>
    public bool HasPurpose(string name) => Document.Purposes.ContainsKey(name);

    /// <summary>Whether exactly this category is declared.</summary>
    /// <param name="name">A dotted name; case matters.</param>
    /// <returns>False for a mere branch.</returns>
    public bool HasCategory(string name) => Document.Categories.ContainsKey(name);

    /// <summary>Whether this recipient is declared.</summary>
    /// <param name="name">Its name; case matters.</param>
    /// <returns>True when declared.</returns>
    public bool HasRecipient(string name) => Document.Recipients.ContainsKey(name);

    /// <summary>Whether this source is declared.</summary>
    /// <param name="name">Its name; case matters.</param>
    /// <returns>True when declared.</returns>
    public bool HasSource(string name) => Document.Sources.ContainsKey(name);

    /// <summary>True also for a branch (<c>contact</c>) when one declared name lies in it; for lists such as <c>[CollectedFor]</c>.</summary>
    /// <param name="name">A dotted name; case matters.</param>
    /// <returns>Whether a list may speak of it.</returns>
    public bool HasPurposeOrBranch(string name) => _purposes.HasBranch(name);

    /// <summary>True also for a branch when one declared category lies in it.</summary>
    /// <param name="name">A dotted name; case matters.</param>
    /// <returns>Whether a list may speak of it.</returns>
    public bool HasCategoryOrBranch(string name) => _categoryNames.HasBranch(name);

    /// <summary>The nearest declared purpose for "did you mean".</summary>
    /// <param name="name">What was written.</param>
    /// <returns>Null when none is near.</returns>
    public string? NearestPurpose(string name) => Nearest.Of(name, _purposes.Names);

    /// <summary>The nearest declared category for "did you mean".</summary>
    /// <param name="name">What was written.</param>
    /// <returns>Null when none is near.</returns>
    public string? NearestCategory(string name) => Nearest.Of(name, Document.Categories.Keys);

    /// <summary>The nearest declared recipient for "did you mean".</summary>
    /// <param name="name">What was written.</param>
    /// <returns>Null when none is near.</returns>
    public string? NearestRecipient(string name) => Nearest.Of(name, Document.Recipients.Keys);

    /// <summary>The nearest declared source for "did you mean".</summary>
    /// <param name="name">What was written.</param>
    /// <returns>Null when none is near.</returns>
    public string? NearestSource(string name) => Nearest.Of(name, Document.Sources.Keys);

    /// <summary>A declared category with everything it inherits.</summary>
    /// <param name="name">A dotted name; case matters.</param>
    /// <returns>Null for an undeclared category.</returns>
    public EffectiveCategory? FindCategory(string name) => HasCategory(name) ? _categories.Effective(name) : null;

    /// <summary>The declared categories that a name of a list speaks of: itself and what lies beneath it.</summary>
    internal IEnumerable<string> CategoriesCoveredBy(string name) => _categoryNames.CoveredBy(name);
}
