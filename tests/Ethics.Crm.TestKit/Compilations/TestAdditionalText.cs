using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.TestKit;

public sealed class TestAdditionalText(string path, string text) : AdditionalText
{
    private readonly SourceText text = SourceText.From(text, Encoding.UTF8);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;
}
