using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.TestKit;

/// <summary>A file without some of its attributes, in which everything else stands where it stood.</summary>
internal static class BlankedAttributes
{
    public static SourceText In(SyntaxTree tree, HashSet<AttributeSyntax> attributes)
    {
        var blanked = tree.ToString().ToCharArray();
        foreach (var list in attributes.Select(static attribute => (AttributeListSyntax)attribute.Parent!).Distinct())
        {
            var kept = list.Attributes.Where(attribute => !attributes.Contains(attribute)).ToArray();
            if (kept.Length == 0)
            {
                Blank(list.Span);
                continue;
            }

            foreach (var attribute in list.Attributes.Where(attributes.Contains))
            {
                Blank(attribute.Span);
            }

            var commas = list.Attributes.GetSeparators().ToArray();
            for (var i = 0; i < commas.Length; i++)
            {
                if (attributes.Contains(list.Attributes[i]) || list.Attributes[i] == kept[^1])
                {
                    Blank(commas[i].Span);
                }
            }
        }

        return SourceText.From(new string(blanked), tree.GetText().Encoding);

        void Blank(TextSpan span)
        {
            for (var i = span.Start; i < span.End; i++)
            {
                blanked[i] = blanked[i] is '\r' or '\n' ? blanked[i] : ' ';
            }
        }
    }
}
