using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.TestKit;

namespace Ethics.Crm.Analyzers.Tests.Engine;

public sealed class MetadataNameTests
{
    public static TheoryData<string> Names => [.. AttributeNames.All];

    /// <summary>The compiler side knows the run time by name only: a renamed attribute would silence every rule.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Name_ExistsInTheRealAssembly(string name)
        => Assert.Equal("Ethics.Crm.Abstractions", TestCompilation.Create("").GetTypeByMetadataName(name)?.ContainingAssembly.Name);
}
