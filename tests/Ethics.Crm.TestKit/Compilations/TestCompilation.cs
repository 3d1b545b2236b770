using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.TestKit;

/// <summary>A compilation for tests that drive a generator, an analyzer or a reader themselves.</summary>
public static class TestCompilation
{
    public static CSharpCompilation Create(params string[] sources) => Create(LanguageVersion.Latest, "Acme.Crm", sources);

    public static CSharpCompilation Create(LanguageVersion languageVersion, string assemblyName, IEnumerable<string> sources, params MetadataReference[] references)
    {
        var options = new CSharpParseOptions(languageVersion);
        var trees = sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"/0/Test{index}.cs"));
        return CSharpCompilation.Create(
            assemblyName,
            trees,
            [.. ProductReferences.All, .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The compiled assembly as a reference, for labels that travel in metadata.</summary>
    public static MetadataReference ToReference(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
