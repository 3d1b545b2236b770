using Ethics.Crm.Policy.Patterns;
using Ethics.Crm.Policy.Resolution;

namespace Ethics.Crm.Policy;

public sealed partial class PolicyTable
{
    private static readonly KeyValuePair<string, string>[] NoConstants = [];

    private readonly PatternIndex<FieldEntry?> _fields;
    private readonly PatternIndex<FieldEntry?> _attributes;

    /// <summary>True when some <c>fields</c> key could match (to skip the look-up for every member of a program).</summary>
    public bool HasFieldPatterns => _fields.Count > 0;

    /// <summary>True when some <c>fields</c> key fixes a constant argument (to skip looking at the arguments of every call).</summary>
    public bool HasConstantArgumentPatterns => _fields.HasConstants;

    /// <summary>The label of a property or field.</summary>
    /// <param name="fullName">E.g. <c>Acme.Crm.Contact.Email</c>; an indexer is <c>Acme.Bag.this[]</c>.</param>
    /// <returns>Null when no pattern matches or the best match is <c>null</c>.</returns>
    public FieldEntry? FindField(string fullName) => Find(SymbolName.Member(fullName));

    /// <summary>The label of a method's return value.</summary>
    /// <param name="fullName">E.g. <c>Acme.Api.GetEmail</c>.</param>
    /// <param name="parameterTypes">Full names, or C# keywords; generic arguments do not count.</param>
    /// <returns>Null when no pattern matches or the best match is <c>null</c>.</returns>
    public FieldEntry? FindReturn(string fullName, IReadOnlyList<string> parameterTypes) => Find(SymbolName.Method(fullName, parameterTypes, null));

    /// <summary>The label of a parameter.</summary>
    /// <param name="fullName">The method, e.g. <c>Acme.Api.Import</c>; a constructor is <c>Acme.Api.ctor</c>.</param>
    /// <param name="parameterTypes">Full names, or C# keywords; generic arguments do not count.</param>
    /// <param name="parameter">Name of the parameter.</param>
    /// <returns>Null when no pattern matches or the best match is <c>null</c>.</returns>
    public FieldEntry? FindParameter(string fullName, IReadOnlyList<string> parameterTypes, string parameter) =>
        Find(SymbolName.Method(fullName, parameterTypes, parameter));

    /// <summary>
    /// The label of what a call or an indexer returns for these constant arguments, entries without constants included:
    /// <c>Acme.Bags.Get(key: "BirthDate")</c>, <c>Microsoft.Xrm.Sdk.Entity.this[attributeName: "emailaddress1"]</c>.
    /// </summary>
    /// <param name="fullName">The method, or the indexer as <c>T.this[]</c>.</param>
    /// <param name="parameterTypes">Full names, or C# keywords; generic arguments do not count.</param>
    /// <param name="constantArguments">Parameter name and value of each argument that is a constant string.</param>
    /// <returns>Null when no pattern matches or the best match is <c>null</c>.</returns>
    public FieldEntry? FindCall(string fullName, IReadOnlyList<string> parameterTypes, IReadOnlyList<KeyValuePair<string, string>> constantArguments)
    {
        var symbol = SymbolName.Member(fullName);
        return Find(symbol.IsIndexer ? symbol with { Types = parameterTypes } : SymbolName.Method(fullName, parameterTypes, null), constantArguments);
    }

    /// <summary>The <c>fields</c> entries that fix an argument of this method or indexer: what lies under which keys.</summary>
    /// <param name="member">As <see cref="LabelSource.Member"/> names it.</param>
    /// <returns>Empty for nearly every member of a program.</returns>
    public IReadOnlyList<KeyedField> FindKeys(string member)
    {
        if (!HasConstantArgumentPatterns)
        {
            return [];
        }

        var symbol = SymbolName.Parse(member);
        return _fields.WithConstants
            .Where(entry => symbol.IsNamedBy(entry.Pattern) && entry.Pattern.MatchesName(symbol.Name))
            .Select(entry => new KeyedField(entry.Pattern.Constants, entry.Value))
            .ToArray();
    }

    /// <summary>The <c>attributes</c> entry of an attribute class.</summary>
    /// <param name="fullName">Its full name, without generic arity.</param>
    /// <returns>Null when none matches or the best match is <c>null</c>.</returns>
    public FieldEntry? FindAttribute(string fullName) => FindAttribute(fullName, LabelLayers.All);

    /// <summary>
    /// Joins what the code says of one declaration with <c>fields</c> and <c>attributes</c>, part by part: the category and the purposes each come from
    /// the attribute in code, else from <c>fields</c>, else from mapped foreign attributes. Where several of these say something different, each of them is a label.
    /// An entry <c>null</c> takes the member out of <c>fields</c>; what an attribute says stays.
    /// </summary>
    /// <param name="source">What the code says.</param>
    /// <returns>Every label on it: what a purpose may have is what all of them permit. Empty when nothing labels it.</returns>
    public IReadOnlyList<DataLabel> ResolveLabels(LabelSource source) => ResolveLabels(source, NoConstants);

    /// <summary>The same for one call or one use of an indexer, whose constant arguments may choose the entry.</summary>
    /// <param name="source">What the code says.</param>
    /// <param name="constantArguments">Parameter name and value of each argument that is a constant string.</param>
    /// <returns>Every label on it; empty when nothing labels it.</returns>
    public IReadOnlyList<DataLabel> ResolveLabels(LabelSource source, IReadOnlyList<KeyValuePair<string, string>> constantArguments)
    {
        var labels = Resolve(source, constantArguments, LabelLayers.All);
        return Document.Layers.Above == 0 ? labels
            : source.CollectedFor is not null && source.Category is not null ? [.. labels.Select(label => label.SaidAlsoBelow(Enumerable.Range(0, Document.Layers.Above)))]
            : WithThoseBelow(labels, source, constantArguments);
    }

    private IReadOnlyList<DataLabel> Resolve(LabelSource source, IReadOnlyList<KeyValuePair<string, string>> constantArguments, int layer)
    {
        var field = HasFieldPatterns ? Find(SymbolName.Parse(source.Member), constantArguments, layer) : null;
        var category = source.Category ?? field?.Category;
        var collectedFor = source.CollectedFor ?? field?.CollectedFor;
        if ((category is null || collectedFor is null) && _attributes.Count > 0 && source.Attributes.Count > 0)
        {
            var foreign = Foreign(source.Attributes, layer);
            if (foreign.Count > 0)
            {
                return Joined(category, collectedFor, foreign);
            }
        }

        return category is null && collectedFor is null ? [] : [new(category, collectedFor)];
    }

    /// <summary>
    /// What files below an overlay say of the member, of an attribute on it or of the category that the code gives it, holds beside what the overlay says: it may label what they leave
    /// unlabelled, and give purposes to what has none. An entry that wins over an entry of the same section was compared when the policy was read.
    /// </summary>
    private List<DataLabel> WithThoseBelow(IReadOnlyList<DataLabel> labels, LabelSource source, IReadOnlyList<KeyValuePair<string, string>> constantArguments)
    {
        var all = labels.ToList();
        for (var layer = 0; layer < Document.Layers.Above; layer++)
        {
            // Where neither the code nor an attribute says anything, only entries of one section meet.
            if (source.Category is null && Foreign(source.Attributes, layer).Count == 0 && Foreign(source.Attributes, LabelLayers.All).Count == 0)
            {
                if (Resolve(source, constantArguments, layer) is [var said] && !LeavesCategory(said) && !LeavesPurposes(said))
                {
                    // Purposes that the code says alone have no category there, and so the default mode.
                    all = all.ConvertAll(label => said.Category is null && label.Category is not null ? label.SaidAlsoBelowWithoutCategory([layer]) : label.SaidAlsoBelow([layer]));
                }

                continue;
            }

            foreach (var below in Resolve(source, constantArguments, layer))
            {
                // An open entry is nobody's to hold, but it speaks in the place of others of its file.
                var (leavesCategory, leavesPurposes) = (LeavesCategory(below), LeavesPurposes(below));
                if ((leavesCategory || below.Category is null) && (leavesPurposes || below.CollectedFor is null))
                {
                    continue;
                }

                var held = !leavesPurposes && (leavesCategory || SaysPurposes(below) || !labels.Any(SaysPurposes))
                    ? (leavesCategory ? labels.Select(label => new DataLabel(label.Category, below.CollectedFor)) : [below])
                    // It takes the purposes of the overlay, which may come from the category that this one calls it.
                    : labels.Where(SaysPurposes).Select(label => new DataLabel(below.Category, CollectedFor(label)));
                foreach (var label in held.ToList())
                {
                    var known = all.FindIndex(known => Implies(known, label));
                    if (known < 0)
                    {
                        all.Add(label.SaidAlsoBelow([layer]));
                    }
                    else
                    {
                        all[known] = all[known].SaidAlsoBelow([layer]);
                    }
                }
            }
        }

        return all;
    }

    private static bool LeavesCategory(DataLabel label) => ReferenceEquals(label.Category, LabelLayers.LeftCategory);

    private static bool LeavesPurposes(DataLabel label) => ReferenceEquals(label.CollectedFor, LabelLayers.LeftPurposes);

    private bool SaysPurposes(DataLabel label) => (label.CollectedFor ?? Resolve(label).Effective.CollectedFor) is not null;

    private bool Implies(DataLabel label, DataLabel other) =>
        string.Equals(label.Category, other.Category, StringComparison.Ordinal) && (label.Equals(other) || CollectedFor(label).All(purpose => CollectedFor(other).Contains(purpose)));

    /// <summary>What each attribute class stands for: part by part the nearest of it and its bases that says something.</summary>
    private List<LabelVoice> Foreign(IReadOnlyList<string> attributes, int layer)
    {
        var voices = new List<LabelVoice>();
        var voice = default(LabelVoice);
        foreach (var name in attributes)
        {
            var isBase = name.StartsWith("^", StringComparison.Ordinal);
            if (!isBase)
            {
                End();
            }

            var entry = FindAttribute(isBase ? name.Substring(1) : name, layer);
            voice = new LabelVoice(voice.Category ?? entry?.Category, voice.CollectedFor ?? entry?.CollectedFor);
        }

        End();
        return voices;

        void End()
        {
            if (!voice.IsSilent)
            {
                voices.Add(voice);
            }

            voice = default;
        }
    }

    private FieldEntry? FindAttribute(string fullName, int layer) =>
        BestAttribute(fullName, layer) is { } best ? Document.Layers.Said(LabelLayers.Bracketed(best.Pattern.Text), best.Value, layer) : null;

    private PatternIndex<FieldEntry?>.Entry? BestAttribute(string fullName, int layer) =>
        _attributes.Find(fullName, (Document.Layers, layer), static (pattern, query) => query.Layers.HasAttribute(pattern.Text, query.layer));

    private static DataLabel[] Joined(string? category, IReadOnlyList<string>? collectedFor, List<LabelVoice> foreign)
    {
        // Purposes without a category are said of every category on the member.
        var general = foreign.Where(static entry => entry.Category is null).Select(static entry => entry.CollectedFor).OfType<IReadOnlyList<string>>().ToArray();
        var labels = new List<DataLabel>();
        if (category is not null || !foreign.Any(static entry => entry.Category is not null))
        {
            Add(category, category is null ? general : foreign.Select(static entry => entry.CollectedFor).OfType<IReadOnlyList<string>>());
        }
        else
        {
            foreach (var entry in foreign.Where(static entry => entry.Category is not null))
            {
                Add(entry.Category, entry.CollectedFor is null ? general : general.Prepend(entry.CollectedFor));
            }
        }

        return labels.Distinct().ToArray();

        void Add(string? of, IEnumerable<IReadOnlyList<string>> purposes)
        {
            var lists = collectedFor is null ? purposes.ToArray() : [collectedFor];
            if (lists.Length > 0)
            {
                labels.AddRange(lists.Select(list => new DataLabel(of, list)));
            }
            else if (of is not null)
            {
                labels.Add(new DataLabel(of, null));
            }
        }
    }

    private FieldEntry? Find(SymbolName symbol, IReadOnlyList<KeyValuePair<string, string>>? constants = null, int layer = LabelLayers.All) =>
        Best(symbol, constants, layer) is { } best ? Document.Layers.Said(best.Pattern.Text, best.Value, layer) : null;

    private PatternIndex<FieldEntry?>.Entry? Best(SymbolName symbol, IReadOnlyList<KeyValuePair<string, string>>? constants, int layer) =>
        _fields.Find(symbol.Name, (Symbol: symbol, Constants: constants ?? NoConstants, Document.Layers, Layer: layer), static (pattern, query) =>
            query.Symbol.IsNamedBy(pattern) && (pattern.Constants.Count == 0 || pattern.MatchesConstants(query.Constants)) && query.Layers.HasField(pattern.Text, query.Layer));

    private static PatternIndex<T> Index<T>(IEnumerable<KeyValuePair<string, T>> entries, PatternUse use) =>
        new(entries.Select(e => new KeyValuePair<MemberPattern?, T>(PatternParser.Parse(e.Key, use, out _), e.Value))
            .Where(e => e.Key is not null).Select(e => new KeyValuePair<MemberPattern, T>(e.Key!, e.Value)));
}
