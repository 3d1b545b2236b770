using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.Findings;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Flows;

/// <summary>The label that a member without one may be given: that of all that is stored in it, where it is one and the same. Another would permit something that was not permitted for one of them.</summary>
internal sealed class StoredLabels
{
    /// <summary>The member's documentation id.</summary>
    public const string MemberProperty = "member";

    public const string CategoryProperty = "category";

    /// <summary>Joined by semicolons; absent where they are the category's own.</summary>
    public const string PurposesProperty = "purposes";

    private readonly Dictionary<ISymbol, DataLabel?> labels = new(SymbolEqualityComparer.Default);

    public StoredLabels(IEnumerable<FlowFinding> findings)
    {
        foreach (var finding in findings)
        {
            if (finding.Sink is { Kind: SinkKind.Storage, Member: { } member })
            {
                var label = finding.Source.Read.Labels is [var one] ? one.Label : null;
                labels[member.OriginalDefinition] = !labels.TryGetValue(member.OriginalDefinition, out var known) || Equals(known, label) ? label : null;
            }
        }
    }

    /// <summary>Each finding alone, but what is stored in one member at one place together: an object that is copied there is one store, and one member to be labelled.</summary>
    public IEnumerable<IReadOnlyList<FlowFinding>> Together(IEnumerable<FlowFinding> findings)
    {
        var stores = new Dictionary<(SyntaxNode, ISymbol), List<FlowFinding>>();
        foreach (var finding in findings)
        {
            if (finding.Sink is not { Kind: SinkKind.Storage, Member: { } member })
            {
                yield return [finding];
            }
            else if (stores.TryGetValue((finding.Syntax, member), out var store))
            {
                store.Add(finding);
            }
            else
            {
                stores.Add((finding.Syntax, member), [finding]);
            }
        }

        foreach (var store in stores.Values)
        {
            // Which of them is found first follows from nothing that a person wrote.
            store.Sort(static (one, other) => string.CompareOrdinal(one.Source.Name, other.Source.Name) is not 0 and var order ? order : SourceOrder.Instance.Compare(one.Source.Syntax.GetLocation(), other.Source.Syntax.GetLocation()));
            yield return store;
        }
    }

    /// <summary>How a message names the values that come to the same place besides the first.</summary>
    public static string Others(IReadOnlyList<FlowFinding> store)
    {
        var names = store.Select(static one => one.Source.Name).Distinct(StringComparer.Ordinal).Skip(1).Select(static name => $"'{name}'").ToArray();
        return names.Length == 0 ? "" : $", and so {(names.Length == 1 ? "is" : "are")} {Messages.Words.List(names)}";
    }

    /// <summary>What a fix needs to know.</summary>
    public ImmutableDictionary<string, string?> Add(ImmutableDictionary<string, string?> properties, FlowFinding finding)
    {
        if (finding.Sink is not { Kind: SinkKind.Storage, Member: { } member })
        {
            return properties;
        }

        // Without a label it says all the same that here another one may be due than in another project.
        properties = properties.Add(MemberProperty, DocumentationCommentId.CreateDeclarationId(member.OriginalDefinition));
        if (labels[member.OriginalDefinition] is not { } label)
        {
            return properties;
        }

        properties = label.Category is { } category ? properties.Add(CategoryProperty, category) : properties;
        return label.CollectedFor is { } purposes ? properties.Add(PurposesProperty, string.Join(";", purposes)) : properties;
    }
}
