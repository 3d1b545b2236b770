using System.Reflection;
using System.Runtime.Loader;
using Ethics.Crm.SourceGenerators.Bindings;
using Ethics.Crm.SourceGenerators.Guards;
using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.Parity.Tests;

/// <summary>A program that was compiled with the package's generators, loaded beside the tests.</summary>
internal static class GeneratedModel
{
    /// <summary>Every error fails; so does every warning of what was generated.</summary>
    public static Assembly Of(string source, string policy) => Load(Compile(source, policy));

    /// <summary>The program with all that the generators have written.</summary>
    public static Compilation Compile(string source, string policy)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14);
        var compilation = CSharpCompilation.Create(
            "Generated" + Guid.NewGuid().ToString("N"), [CSharpSyntaxTree.ParseText(source, parse, "/0/Model.cs", System.Text.Encoding.UTF8)], ProductReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var file = TestPolicy.Of(policy);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new GuardedPropertyGenerator().AsSourceGenerator(), new PurposeBindingGenerator().AsSourceGenerator()], [new TestAdditionalText(file.Path, file.Text)], parse, new TestOptionsProvider([file], new Dictionary<string, string>()));
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var told);
        Assert.Empty(told);
        return output;
    }

    public static Assembly Load(Compilation output)
    {
        using var image = new MemoryStream();
        var result = output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static one => one.Severity == DiagnosticSeverity.Error).Take(20)));
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }
}
