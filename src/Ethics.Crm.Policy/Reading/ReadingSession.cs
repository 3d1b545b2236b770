using Ethics.Crm.Policy.Binding;
using Ethics.Crm.Policy.Checking;
using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Shapes;

namespace Ethics.Crm.Policy.Reading;

/// <summary>One call of <see cref="PolicyReader.Read"/>: the files it touches, and what is wrong with them.</summary>
internal sealed class ReadingSession(IReadOnlyList<PolicySource> bases, CancellationToken cancellationToken)
{
    private readonly ErrorSink _errors = new();
    private readonly IReadOnlyList<PolicySource> _bases = bases;

    public PolicyResult Read(PolicySource source)
    {
        var text = new JsonText(source.Path, source.Text);
        if (!source.IsUtf8)
        {
            var (line, column) = text.At(text.Utf8.Length);
            _errors.AddAt(PolicyErrorKind.Unreadable, text, line, column, "The policy file is not UTF-8", "UTF-8, with or without byte-order mark");
            return new(null, null, _errors.Sorted());
        }

        var root = JsonTree.Read(text, _errors, cancellationToken);
        if (root is null)
        {
            return new(null, null, _errors.Sorted());
        }

        new StructureCheck(_errors, cancellationToken).Run(root);
        new RequiredCheck(_errors).Run(root, PolicyShapes.Root);
        var document = DocumentBinder.Bind(root);
        return new(_errors.IsEmpty ? new PolicyTable(document) : null, document, _errors.Sorted());
    }
}
