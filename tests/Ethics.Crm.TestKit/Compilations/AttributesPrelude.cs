using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.TestKit;

/// <summary>Stands in for the attributes while the real assembly does not have them.</summary>
internal static class AttributesPrelude
{
    public static MetadataReference Compile()
    {
        var tree = CSharpSyntaxTree.ParseText(Text);
        var compilation = CSharpCompilation.Create("Ethics.Crm.Abstractions", [tree], ProductReferences.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        }

        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private const string Text = """
        using System; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks;
        namespace Ethics.Crm
        {
            [AttributeUsage(AttributeTargets.All)] public sealed class DataSubjectAttribute : Attribute { public DataSubjectAttribute() { } public DataSubjectAttribute(string name) { } }
            [AttributeUsage(AttributeTargets.All)] public sealed class DataSubjectIdAttribute : Attribute { public DataSubjectIdAttribute() { } public DataSubjectIdAttribute(Type type) { } }
            [AttributeUsage(AttributeTargets.All)] public sealed class DataSubjectTenantAttribute : Attribute { }
            [AttributeUsage(AttributeTargets.All)] public sealed class DataCategoryAttribute : Attribute { public DataCategoryAttribute(string category) { } }
            [AttributeUsage(AttributeTargets.All)] public sealed class CollectedForAttribute : Attribute { public CollectedForAttribute(params string[] purposes) { } }
            [AttributeUsage(AttributeTargets.All)] public sealed class ForPurposeAttribute : Attribute { public ForPurposeAttribute(params string[] purposes) { } }
            [AttributeUsage(AttributeTargets.All)] public sealed class DisclosesToAttribute : Attribute { public DisclosesToAttribute(string recipient) { } }
            [AttributeUsage(AttributeTargets.All)] public sealed class AnonymizesAttribute : Attribute { public AnonymizesAttribute(string reason) { } }
            [AttributeUsage(AttributeTargets.All)] public sealed class CollectedAtAttribute : Attribute { public CollectedAtAttribute(string member) { } }
            [AttributeUsage(AttributeTargets.All)] public sealed class CollectedFromAttribute : Attribute { public CollectedFromAttribute(string source) { } }
            [AttributeUsage(AttributeTargets.All)] public sealed class ReviewedUseAttribute : Attribute { public ReviewedUseAttribute(string reason) { } public string By { get; set; } public string Until { get; set; } }
            public sealed class PurposeScope : IDisposable
            {
                public static PurposeScope Enter(params string[] purposes) => new PurposeScope();
                public static PurposeScope Unchecked(string reason) => new PurposeScope();
                public static void Run(string purpose, Action action) => action();
                public static T Run<T>(string purpose, Func<T> action) => action();
                public static void Run(string[] purposes, Action action) => action();
                public static T Run<T>(string[] purposes, Func<T> action) => action();
                public static Task RunAsync(string purpose, Func<CancellationToken, Task> action, CancellationToken cancellationToken = default) => action(cancellationToken);
                public static Task<T> RunAsync<T>(string purpose, Func<CancellationToken, Task<T>> action, CancellationToken cancellationToken = default) => action(cancellationToken);
                public static Task RunAsync(string[] purposes, Func<CancellationToken, Task> action, CancellationToken cancellationToken = default) => action(cancellationToken);
                public static Task<T> RunAsync<T>(string[] purposes, Func<CancellationToken, Task<T>> action, CancellationToken cancellationToken = default) => action(cancellationToken);
                public static IReadOnlyList<string> Current => Array.Empty<string>();
                public void Dispose() { }
            }
        }
        """;
}
