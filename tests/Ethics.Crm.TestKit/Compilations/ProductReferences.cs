using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.TestKit;

/// <summary>What every test compiles against: the framework from a package, so that no test asks the network, and the product's attributes.</summary>
public static class ProductReferences
{
    private const string AbstractionsFile = "Ethics.Crm.Abstractions.dll";

    public static IReadOnlyList<MetadataReference> Framework { get; } = [.. Net100.References.All];

    public static MetadataReference Abstractions { get; } = FindAbstractions();

    public static IReadOnlyList<MetadataReference> All { get; } = [.. Framework, Abstractions];

    private static MetadataReference FindAbstractions()
    {
        MetadataReference real = MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, AbstractionsFile));
        var probe = CSharpCompilation.Create("Probe", references: [.. Framework, real]);
        return probe.GetTypeByMetadataName("Ethics.Crm.PurposeScope") is not null ? real : AttributesPrelude.Compile();
    }
}
