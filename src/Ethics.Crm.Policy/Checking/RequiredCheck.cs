using Ethics.Crm.Policy.Json;
using Ethics.Crm.Policy.Reading;
using Ethics.Crm.Policy.Shapes;

namespace Ethics.Crm.Policy.Checking;

/// <summary>Asks for required keys, after merging: what an overlay leaves out stays as in its base.</summary>
internal sealed class RequiredCheck(ErrorSink errors)
{
    public void Run(PolicyNode node, Shape shape)
    {
        switch (shape)
        {
            case ObjectShape known when node.Kind == NodeKind.Object:
                Ask(node, known);
                foreach (var child in node.Children)
                {
                    if (known.Find(child.Key!) is { } key)
                    {
                        Run(child, key.Shape);
                    }
                }

                break;
            case MapShape map when node.Kind == NodeKind.Object:
                foreach (var child in node.Children)
                {
                    if (!child.IsFree)
                    {
                        Run(child, map.Values);
                    }
                }

                break;
            case ListShape list when node.Kind == NodeKind.Array:
                foreach (var item in node.Children)
                {
                    Run(item, list.Items);
                }

                break;
            case EitherShape either:
                Run(node, node.Kind == NodeKind.Array ? either.List : either.Object);
                break;
        }
    }

    private void Ask(PolicyNode node, ObjectShape shape)
    {
        foreach (var key in shape.Keys)
        {
            // Behind a syntax error the key may have followed.
            if (key.Required && !node.Incomplete && node.Find(key.Name) is null)
            {
                errors.AtValue(PolicyErrorKind.Unreadable, node, $"The {shape.What} lacks '{key.Name}'", $"\"{key.Name}\": {key.Shape.Expected}");
            }
        }
    }
}
