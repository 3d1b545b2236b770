using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Checking;
using Ethics.Crm.Policy.Extends;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Shapes;

namespace Ethics.Crm.Policy.Reading;

/// <summary>One call of <see cref="PolicyReader.Read"/>: the files it touches, and what is wrong with them.</summary>
internal sealed class ReadingSession(IReadOnlyList<PolicySource> bases, CancellationToken cancellationToken)
{
    private readonly ErrorSink _errors = new();

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

        new ConsistencyCheck(_errors, merged, table, truncated.Count > 0, cancellationToken).Run();
        cancellationToken.ThrowIfCancellationRequested();
        return new(_errors.IsEmpty ? table : null, table.Document, _errors.Sorted(), merged);
    }

    private (PolicyNode Merged, PolicyTable Table) Fold(PolicyChain chain, bool truncated)
    {
        var merged = chain.Files[0].Root;
        var table = new PolicyTable(DocumentBinder.Bind(merged));
        CheckDefaults(merged, table);
        foreach (var file in chain.Files.Skip(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var below = new PolicyLayer(merged, table);
            merged = NodeMerge.Merge(merged, file.Root);
            table = new PolicyTable(LabelsBelow.Keep(below, PurposesBelow.Keep(below, DocumentBinder.Bind(merged)), merged, file.IsOverlay));

            // Behind a syntax error half a list would look like a dropped one.
            if (!truncated)
            {
                new WideningCheck(_errors, below, new(merged, table), file, cancellationToken).Run();
            }

            CheckDefaults(file.Root, table);
        }

        return (merged, table);

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
