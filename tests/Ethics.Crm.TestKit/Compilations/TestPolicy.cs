namespace Ethics.Crm.TestKit;

/// <summary>A policy file of a test: where it lies and what it says.</summary>
/// <param name="Kind">The item metadata by which it is recognised: <c>true</c> for the policy, <c>base</c> for a file that it extends.</param>
public sealed record TestPolicy(string Path, string Text, string Kind = "true")
{
    public const string DefaultPath = "/0/ethics.policy.json";

    public static TestPolicy Of(string text) => new(DefaultPath, text);

    public static TestPolicy Base(string name, string text) => new("/0/" + name, text, "base");
}
