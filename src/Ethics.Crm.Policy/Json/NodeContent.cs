using System.Text;

namespace Ethics.Crm.Policy.Json;

/// <summary>What a node says, wherever it stands.</summary>
internal static class NodeContent
{
    /// <summary>Equal for nodes that say the same, whatever the order of their keys.</summary>
    public static string Of(PolicyNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, PolicyNode node)
    {
        // Each text is preceded by its length, so that no two different nodes give one content.
        text.Append((int)node.Kind).Append('(').Append(node.Text.Length).Append(':').Append(node.Text);
        foreach (var child in node.Kind == NodeKind.Object ? node.Children.OrderBy(c => c.Key, StringComparer.Ordinal) : (IEnumerable<PolicyNode>)node.Children)
        {
            text.Append(child.Key?.Length ?? -1).Append(':').Append(child.Key);
            Append(text, child);
        }

        text.Append(')');
    }
}
