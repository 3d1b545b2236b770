namespace Ethics.Crm.Analyzers.Tests.Engine;

public sealed class DescriptorTests
{
    [Fact]
    public void EveryDescriptor_LinksToItsPageAndThePageExists()
    {
        foreach (var descriptor in Rules.All.SelectMany(rule => rule.SupportedDiagnostics))
        {
            Assert.EndsWith($"/docs/rules/{descriptor.Id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "Pages", descriptor.Id + ".md")), $"docs/rules/{descriptor.Id}.md is missing");
            Assert.NotEqual("", descriptor.Description.ToString());
        }
    }

    [Fact]
    public void EveryId_HasARule()
    {
        var ids = typeof(RuleIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal);

        Assert.Equal(ids, Rules.All.SelectMany(rule => rule.SupportedDiagnostics).Select(descriptor => descriptor.Id).Distinct().Order(StringComparer.Ordinal));
    }
}
