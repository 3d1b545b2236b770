using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Reading;
using Ethics.Crm.Policy.Shapes;

namespace Ethics.Crm.Policy.Checking;

/// <summary>Every name that must be declared is looked up, wherever the table of keys says that one stands.</summary>
internal sealed class ReferenceCheck(ErrorSink errors, DeclaredNames declared, CancellationToken cancellationToken)
{
    // A message that lists hundreds of names helps nobody.
    private const int ListedNames = 15;

    public void Run(PolicyNode node, Shape shape)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!shape.Accepts(node.Kind))
        {
            return;
        }

        switch (shape)
        {
            case ObjectShape known:
                foreach (var child in node.Children)
                {
                    if (known.Find(child.Key!) is { } key)
                    {
                        Run(child, key.Shape);
                    }
                }

                break;
            case MapShape map:
                foreach (var child in node.Children)
                {
                    if (!child.IsFree)
                    {
                        LookUp(child, child.Key!, map.Keys, atKey: true);
                        Run(child, map.Values);
                    }
                }

                break;
            case ListShape list:
                foreach (var item in node.Children)
                {
                    Run(item, list.Items);
                }

                break;
            case EitherShape either:
                Run(node, node.Kind == NodeKind.Array ? either.List : either.Object);
                break;
            case TextShape text:
                LookUp(node, node.Text, text.Form, atKey: false);
                break;
        }
    }

    private void LookUp(PolicyNode node, string name, TextForm form, bool atKey)
    {
        if (form.Target == Target.Nothing || !declared.IsCertain(form.Target) || form.Check(name) is not null || declared.Has(form, name))
        {
            return;
        }

        var known = declared.Of(form.Target);
        var word = DeclaredNames.Word(form.Target);
        var message = $"The {word} {Quoted.Name(name)} is not declared" + (declared.DeclaredAs(form.Target, name) is { } other ? $"; it is the name of a {other}" : "");
        var expected = known.Count == 0 ? $"a declared {word}; there is none yet"
            : known.Count <= ListedNames ? $"a declared {word}: {Quoted.List(known.Select(Quoted.Plain))}"
            : form.Expected;
        Action<PolicyErrorKind, PolicyNode, string, string?, string?> report = atKey ? errors.AtKey : errors.AtValue;
        report(PolicyErrorKind.Unknown, node, message, expected, declared.Nearest(form.Target, name));
    }
}
