using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.Weaver.Tests.Harness;

/// <summary>A model that is compiled, woven under a policy, and loaded beside the tests.</summary>
internal sealed class WovenModel : IDisposable
{
    public const string Policy =
        """
        {
          "version": 1,
          "categories": { "contact.email": { "title": "E-mail address" }, "contact.phone": { "title": "Phone", "redacted": "•••" } },
          "purposes": {
            "support":   { "title": "Answer your questions", "basis": "contract" },
            "marketing": { "title": "Send you offers", "basis": "consent" }
          },
          "fields": { "Acme.**.Phone": { "category": "contact.phone", "collectedFor": ["support"] } }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("ethics-crm-weaver-").FullName;
    private readonly AssemblyLoadContext _context = new("woven", isCollectible: true);
    private Assembly? _assembly;

    private WovenModel(string name) => Name = name;

    public string Name { get; }

    public string Path => System.IO.Path.Combine(_folder, Name + ".dll");

    public string SymbolsPath => System.IO.Path.Combine(_folder, Name + ".pdb");

    public IReadOnlyList<string> Members { get; private set; } = [];

    public Assembly Assembly => _assembly ??= _context.LoadFromStream(
        new MemoryStream(File.ReadAllBytes(Path)), File.Exists(SymbolsPath) ? new MemoryStream(File.ReadAllBytes(SymbolsPath)) : null);

    public static WovenModel Of(string source, LanguageVersion language = LanguageVersion.CSharp7_3, string? policy = Policy, bool embedded = false, string? key = null, params string[] lines)
    {
        var model = Compile(source, language, embedded, key);
        model.Weave(policy, key is null ? lines : [.. lines, "key=" + key]);
        return model;
    }

    public static WovenModel Compile(string source, LanguageVersion language = LanguageVersion.CSharp7_3, bool embedded = false, string? key = null)
    {
        var model = new WovenModel("Model" + Guid.NewGuid().ToString("N"));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true, cryptoKeyFile: key, strongNameProvider: key is null ? null : new DesktopStrongNameProvider());
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), new CSharpParseOptions(language), path: "Model.cs");
        var compilation = CSharpCompilation.Create(model.Name, [tree], References.Select(path => MetadataReference.CreateFromFile(path)), options);
        using (var image = File.Create(model.Path))
        {
            using var symbols = embedded ? null : File.Create(model.SymbolsPath);
            var result = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: embedded ? DebugInformationFormat.Embedded : DebugInformationFormat.PortablePdb, pdbFilePath: model.Name + ".pdb"));
            Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        }

        return model;
    }

    public void Weave(string? policy = Policy, params string[] lines)
    {
        var request = new List<string>(lines) { "assembly=" + Path };
        request.AddRange(References.Select(static path => "reference=" + path));
        if (policy is not null)
        {
            var file = System.IO.Path.Combine(_folder, "ethics.policy.json");
            File.WriteAllText(file, policy);
            request.Add("policy=" + file);
        }

        var parsed = WeaveRequest.Parse(request);
        Members = AssemblyWeaver.Weave(Path, Path, BuildPolicy.Read(parsed.Policy, parsed.Bases), parsed).Members;
    }

    public Type Type(string name) => Assembly.GetType(name, throwOnError: true)!;

    public dynamic New(string type, params object?[] arguments) => Activator.CreateInstance(Type(type), arguments)!;

    public void Dispose()
    {
        _context.Unload();
        Directory.Delete(_folder, recursive: true);
    }

    public static IReadOnlyList<string> References { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator).Where(static path => System.IO.Path.GetFileName(path) is var file
            && (file.StartsWith("System.", StringComparison.Ordinal) || file is "Ethics.Crm.Abstractions.dll" or "netstandard.dll" or "mscorlib.dll"))];
}
