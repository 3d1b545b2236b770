using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PurposeBench.Peers;

/// <summary>
/// A source and a sink that the rules of NetAnalyzers know by name: what a web request brings (<c>System.Web.HttpRequest</c>) and the text of a database command
/// (<c>System.Data.IDbCommand</c>). Neither has to do anything: the rules look at names.
/// </summary>
internal static class WebShape
{
    private const string Source =
        """
        namespace System.Web
        {
            public class HttpRequest
            {
                public HttpRequest(object value) { }
                public string RawUrl => throw null;
                public object Params => throw null;
            }
        }
        namespace PurposeBench.Shape
        {
            using System.Data;

            public sealed class Command<T> : IDbCommand where T : allows ref struct
            {
                public Command(object beside) { }
                public T CommandText { get => throw null; set { } }
                string IDbCommand.CommandText { get => throw null; set { } }
                int IDbCommand.CommandTimeout { get; set; }
                CommandType IDbCommand.CommandType { get; set; }
                IDbConnection IDbCommand.Connection { get; set; }
                IDataParameterCollection IDbCommand.Parameters => throw null;
                IDbTransaction IDbCommand.Transaction { get; set; }
                UpdateRowSource IDbCommand.UpdatedRowSource { get; set; }
                void IDbCommand.Cancel() { }
                IDbDataParameter IDbCommand.CreateParameter() => throw null;
                int IDbCommand.ExecuteNonQuery() => 0;
                IDataReader IDbCommand.ExecuteReader() => throw null;
                IDataReader IDbCommand.ExecuteReader(CommandBehavior behavior) => throw null;
                object IDbCommand.ExecuteScalar() => throw null;
                void IDbCommand.Prepare() { }
                public void Dispose() { }
            }

            public static class Clean
            {
                public static T Of<T>() => throw null;
            }
        }
        """;

    private static MetadataReference? _reference;

    /// <summary>Compiled apart, so that no analysis walks into it.</summary>
    public static MetadataReference Reference(CSharpCompilation program) => _reference ??= Emit(program.References);

    /// <summary>The value of an expression, as if a request had brought it.</summary>
    public static string Brought(string expression, string type) => type is "string" or "string?"
        ? $"new global::System.Web.HttpRequest({expression}).RawUrl"
        : $"(({type})new global::System.Web.HttpRequest({expression}).Params)";

    /// <summary>The value of an expression, on its way through the text of a command. The request beside it only makes the rule begin in this body; an object in a constructor is no sink.</summary>
    public static string Commanded(string expression, string type) => $"(new global::PurposeBench.Shape.Command<{type}>({Brought("\"\"", "string")}).CommandText = {expression})";

    /// <summary>A value of that type that has nothing to do with anything.</summary>
    public static string Unrelated(string type) => $"global::PurposeBench.Shape.Clean.Of<{type}>()";

    private static PortableExecutableReference Emit(IEnumerable<MetadataReference> references)
    {
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create("PurposeBench.Shape", [CaseProgram.Parse(Source, "shape.cs")], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        return result.Success ? MetadataReference.CreateFromImage(image.ToArray().ToImmutableArray()) : throw new InvalidOperationException($"The shape does not compile: {result.Diagnostics.First(static d => d.Severity == DiagnosticSeverity.Error)}");
    }
}
