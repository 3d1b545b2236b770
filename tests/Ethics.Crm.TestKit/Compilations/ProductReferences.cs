using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.TestKit;

/// <summary>What every test compiles against: the framework from a package, so that no test asks the network, and the product's attributes.</summary>
public static class ProductReferences
{
    public static IReadOnlyList<MetadataReference> Framework { get; } = [.. Net100.References.All];

    public static MetadataReference Abstractions { get; } = MetadataReference.CreateFromFile(typeof(PurposeScope).Assembly.Location);

    public static IReadOnlyList<MetadataReference> All { get; } = [.. Framework, Abstractions];
}
