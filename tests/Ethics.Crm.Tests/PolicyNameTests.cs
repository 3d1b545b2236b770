using System.Reflection;
using System.Reflection.Emit;
using Ethics.Crm.Policies;

namespace Ethics.Crm.Tests;

public sealed class PolicyNameTests
{
    [Fact]
    public void NothingRecorded_IsTheUsualName()
    {
        Assert.Equal("ethics.policy.json", PolicyName.Of(null, null));
        Assert.Equal("ethics.policy.json", PolicyName.Of(null, typeof(PolicyNameTests).Assembly));
        Assert.Equal("ethics.policy.json", PolicyName.Of("", null));
        Assert.Equal("ethics.policy.json", new EthicsCrmOptions().PolicyFile);
    }

    [Fact]
    public void NameInRuntimeConfig_Counts_BeforeTheAssembly()
    {
        Assert.Equal("company.json", PolicyName.Of("company.json", AssemblyThatSays("other.json")));
    }

    [Fact]
    public void NameInTheAssembly_Counts_WhereThereIsNoRuntimeConfig()
    {
        Assert.Equal("other.json", PolicyName.Of(null, AssemblyThatSays("other.json")));
    }

    private static Assembly AssemblyThatSays(string name)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Program"), AssemblyBuilderAccess.Run);
        assembly.SetCustomAttribute(new CustomAttributeBuilder(typeof(AssemblyMetadataAttribute).GetConstructor([typeof(string), typeof(string)])!, [PolicyName.Key, name]));
        return assembly;
    }
}
