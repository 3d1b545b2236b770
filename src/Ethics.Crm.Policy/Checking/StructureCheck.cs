using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Reading;
using Ethics.Crm.Policy.Shapes;
using static Ethics.Crm.Policy.PolicyErrorKind;

namespace Ethics.Crm.Policy.Checking;

/// <summary>Holds one file against the table of keys: every unknown, doubled or malformed thing, all at once (what is missing: <see cref="RequiredCheck"/>).</summary>
internal sealed class StructureCheck(ErrorSink errors, CancellationToken cancellationToken)
{
    private readonly Suggestions _suggestions = new();

    public void Run(PolicyNode root)
    {
        if (Fits(root, PolicyShapes.Root, "The policy"))
        {
            CheckObject(root, PolicyShapes.Root);
        }
    }

    private void Check(PolicyNode node, Shape shape)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!Fits(node, shape, node.Key is null ? "This entry" : Quoted.Name(node.Key)))
        {
            return;
        }

        switch (shape)
        {
            case ObjectShape known:
                CheckObject(node, known);
                break;
            case MapShape map:
                CheckMap(node, map);
                break;
            case ListShape list:
                CheckList(node, list);
                break;
            case EitherShape either:
                Check(node, node.Kind == NodeKind.Array ? either.List : either.Object);
                break;
            case TextShape text:
                CheckText(text.Form, node.Text, (kind, message, suggestion) => errors.AtValue(kind, node, message, text.Expected, suggestion));
                break;
            case WordShape words when !words.Words.Contains(node.Text):
                errors.AtValue(Unknown, node, $"{Quoted.Name(node.Text)} is unknown here", words.Expected, _suggestions.For(node.Text, words.Words));
                break;
            case VersionShape when !VersionShape.IsOne(node.Text):
                errors.AtValue(Unreadable, node, $"Version {Quoted.Plain(node.Text)} of the policy format is unknown to this reader", "1");
                break;
        }
    }

    private bool Fits(PolicyNode node, Shape shape, string what)
    {
        if (shape.Accepts(node.Kind))
        {
            return true;
        }

        // One name where a list of names is due is the commonest slip.
        var suggestion = node.Kind == NodeKind.String && shape is ListShape { Items: TextShape } or EitherShape && node.Kind == NodeKind.String ? $"[\"{node.Text}\"]" : null;
        errors.AtValue(Unreadable, node, $"{what} cannot be {Describe(node.Kind)}", shape.Expected, suggestion);
        return false;
    }

    private void CheckObject(PolicyNode node, ObjectShape shape)
    {
        ReportDuplicates(node);
        foreach (var child in node.Children)
        {
            if (child.IsFree)
            {
                continue;
            }

            if (shape.Find(child.Key!) is { } key)
            {
                Check(child, key.Shape);
            }
            else
            {
                var elsewhere = PolicyShapes.HoldersOf(child.Key!) is { Count: > 0 } holders ? $"; it is a key of the {string.Join(" and the ", holders)}" : "";
                errors.AtKey(
                    Unknown, child, $"{Quoted.Name(child.Key!)} is no key of the {shape.What}{elsewhere}", "one of " + Quoted.List(shape.Names), _suggestions.For(child.Key!, shape.Names));
            }
        }
    }

    private void CheckMap(PolicyNode node, MapShape shape)
    {
        ReportDuplicates(node);
        foreach (var child in node.Children)
        {
            if (child.IsFree)
            {
                continue;
            }

            CheckText(shape.Keys, child.Key!, (kind, message, suggestion) => errors.AtKey(kind, child, message, shape.Keys.Expected, suggestion));
            if (!(shape.Nullable && child.Kind == NodeKind.Null))
            {
                Check(child, shape.Values);
            }
        }
    }

    private void CheckList(PolicyNode node, ListShape shape)
    {
        if (shape.NeedsOne && node.Children.Count == 0 && !node.Incomplete)
        {
            errors.AtValue(Contradiction, node, $"{Quoted.Name(node.Key ?? "list")} is empty, so the entry can never have an effect", shape.Expected);
        }

        foreach (var item in node.Children)
        {
            Check(item, shape.Items);
        }
    }

    private static void CheckText(TextForm form, string text, Action<PolicyErrorKind, string, string?> report)
    {
        if (text.IndexOf('\0') >= 0)
        {
            report(Unreadable, $"{Quoted.Name(text)} has a NUL character", null);
        }
        else if (form.Check(text) is { } fault)
        {
            report(fault.NoEffect ? Contradiction : Unreadable, fault.Message, fault.Suggestion);
        }
    }

    private void ReportDuplicates(PolicyNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in node.Children)
        {
            if (!seen.Add(child.Key!))
            {
                errors.AtKey(Contradiction, child, $"{Quoted.Name(child.Key!)} stands here twice", "each key once");
            }
        }
    }

    private static string Describe(NodeKind kind) => kind switch
    {
        NodeKind.Object => "an object",
        NodeKind.Array => "a list",
        NodeKind.String => "text",
        NodeKind.Number => "a number",
        NodeKind.Null => "null",
        _ => "true or false",
    };
}
