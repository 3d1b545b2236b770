namespace Ethics.Crm.Policy.Json;

/// <summary>Whether two nodes say the same, wherever they stand.</summary>
internal static class NodeContent
{
    public static bool Equal(PolicyNode a, PolicyNode b)
    {
        if (a.Kind != b.Kind || a.Text != b.Text || a.Children.Count != b.Children.Count)
        {
            return false;
        }

        for (var i = 0; i < a.Children.Count; i++)
        {
            if (!(a.Kind == NodeKind.Object ? b.Find(a.Children[i].Key!) is { } other && Equal(a.Children[i], other) : Equal(a.Children[i], b.Children[i])))
            {
                return false;
            }
        }

        return true;
    }
}
