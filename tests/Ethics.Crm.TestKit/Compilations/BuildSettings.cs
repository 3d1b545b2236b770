using System.Text;

namespace Ethics.Crm.TestKit;

/// <summary>What the package's props would tell the compiler, as the global analyzer config that the SDK writes.</summary>
public static class BuildSettings
{
    public const string Path = "/.globalconfig";

    public static string GlobalConfig(IEnumerable<TestPolicy> policies, IReadOnlyDictionary<string, string> properties)
    {
        var text = new StringBuilder("is_global = true\n");
        foreach (var (name, value) in properties)
        {
            text.Append("build_property.").Append(name).Append(" = ").Append(value).Append('\n');
        }

        foreach (var policy in policies)
        {
            text.Append('[').Append(policy.Path).Append("]\nbuild_metadata.AdditionalFiles.EthicsPolicy = ").Append(policy.Kind).Append('\n');
        }

        return text.ToString();
    }
}
