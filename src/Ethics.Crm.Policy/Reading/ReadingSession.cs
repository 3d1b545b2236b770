using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Checking;
using Ethics.Crm.Policy.Extends;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Shapes;
using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Policy.Reading;

/// <summary>One call of <see cref="PolicyReader.Read"/>: the files it touches, and what is wrong with them.</summary>
internal sealed class ReadingSession(IReadOnlyList<PolicySource> bases, CancellationToken cancellationToken)
{
    private readonly ErrorSink _errors = new();

    // What contradicted nothing in the files up to its own, and does so by a later one, which need not say so twice: entries of 'compatible' that started from something else than consent, flags that nothing above had,
    // recipients to which data might go.
    private readonly HashSet<PolicyNode> _closedLater = [];

    public PolicyResult Read(PolicySource source)
    {
        var chain = new PolicyChain(bases, _errors, cancellationToken);
        chain.Add(source);
        if (chain.Files.Count == 0)
        {
            return new(null, null, _errors.Sorted());
        }

        var truncated = chain.Files.Where(f => f.Root.Incomplete).Select(f => f.Root).ToList();
        var (merged, table) = Fold(chain, truncated.Count > 0);
        if (!chain.FileMissing)
        {
            new RequiredCheck(_errors).Run(merged, PolicyShapes.Root);
        }

        var declared = new DeclaredNames(merged, truncated, chain.FileMissing);
        foreach (var file in chain.Files)
        {
            new ReferenceCheck(_errors, declared, cancellationToken).Run(file.Root, PolicyShapes.Root);
        }

        new ConsistencyCheck(_errors, merged, table, truncated.Count > 0, _closedLater, cancellationToken).Run();
        cancellationToken.ThrowIfCancellationRequested();
        return new(_errors.IsEmpty ? table : null, table.Document, _errors.Sorted(), merged);
    }

    private (PolicyNode Merged, PolicyTable Table) Fold(PolicyChain chain, bool truncated)
    {
        var merged = chain.Files[0].Root;
        var table = new PolicyTable(DocumentBinder.Bind(merged));
        CheckDefaults(merged, table);
        NoteClosedLater(merged);
        foreach (var file in chain.Files.Skip(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var below = new PolicyLayer(merged, table);
            merged = NodeMerge.Merge(merged, file.Root);
            var document = CodeBelow.Keep(below, PurposesBelow.Keep(below, DocumentBinder.Bind(merged)));
            if (!file.IsOverlay)
            {
                document = PurposesBelow.Keep(BesideCheck.Alone(file), document, beside: true);
            }

            table = new PolicyTable(LabelsBelow.Keep(below, document, merged, file.IsOverlay));

            // Behind a syntax error half a list would look like a dropped one.
            if (!truncated)
            {
                new WideningCheck(_errors, below, new(merged, table), file, cancellationToken).Run();
                if (!file.IsOverlay)
                {
                    BesideCheck.Run(_errors, below, file, new(merged, table), cancellationToken);
                }
            }

            CheckDefaults(file.Root, table);
            NoteClosedLater(file.Root);
        }

        return (merged, table);

        void NoteClosedLater(PolicyNode root)
        {
            var document = table.Document;
            _closedLater.UnionWith(root.Find("compatible").Objects().Where(entry => entry.Text("from") is { } from && merged.Find("purposes")?.Find(from)?.Text("basis") is not (null or "consent")));
            _closedLater.UnionWith(root.Find("recipients").Entries().SelectMany(recipient => document.FreeTransfers is not { } free ? [recipient.Find("country"), recipient.Find("for")]
                : recipient.Find("country") is { } country && Countries.IsFree(country.Text, free) ? (PolicyNode?[])[country] : []).OfType<PolicyNode>());
            _closedLater.UnionWith(root.Find("categories").Entries().SelectMany(category => ConsistencyCheck.InheritedFlags
                .Where(flag => category.Find(flag) is { Kind: NodeKind.False } && ConsistencyCheck.Above(document, category.Key!, flag) is null).Select(flag => category.Find(flag)!)));
        }

        void CheckDefaults(PolicyNode root, PolicyTable layer)
        {
            // Where purposes may be missing, nothing can be said of what they rest on.
            if (!truncated && !chain.FileMissing)
            {
                DefaultCheck.Run(_errors, root, layer);
            }
        }
    }
}
