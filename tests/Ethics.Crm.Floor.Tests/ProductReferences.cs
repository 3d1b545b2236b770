using Microsoft.CodeAnalysis;

namespace Ethics.Crm.TestKit;

/// <summary>The kit's references come in a package that asks for a newer compiler; here the framework that runs the test stands in.</summary>
public static class ProductReferences
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. Framework().Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(PurposeScope).Assembly.Location),
    ];

    private static IEnumerable<string> Framework()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == folder);
    }
}
