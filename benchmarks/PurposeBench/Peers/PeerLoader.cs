using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PurposeBench.Peers;

/// <summary>Loads analyzers and generators from the folders they were restored to, each folder apart from the others.</summary>
internal static class PeerLoader
{
    /// <summary>The analyzers of a folder that report one of these rules.</summary>
    /// <param name="package">The name under which the build noted the folder.</param>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers(string package, params string[] rules)
    {
        var folder = Noted(package);
        var context = new FolderContext(folder);
        return
        [
            .. Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal).SelectMany(file => Types(context.LoadFromAssemblyPath(file)))
                .Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && type.GetCustomAttributes<DiagnosticAnalyzerAttribute>().Any(static a => a.Languages.Contains(LanguageNames.CSharp)))
                .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
                .Where(analyzer => analyzer.SupportedDiagnostics.Any(d => rules.Contains(d.Id))),
        ];
    }

    /// <summary>What the shared framework generates for a build: log messages, regular expressions, serialisers.</summary>
    public static ImmutableArray<ISourceGenerator> FrameworkGenerators()
    {
        string[] files = Noted("FrameworkGenerators").Split('|', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. files.SelectMany(static file => Types(new FolderContext(Path.GetDirectoryName(file)!).LoadFromAssemblyPath(file)))
                .Where(static type => !type.IsAbstract && type.GetCustomAttribute<GeneratorAttribute>() is { } mark && mark.Languages.Contains(LanguageNames.CSharp))
                .Select(static type => Activator.CreateInstance(type)!)
                .Select(static one => one as ISourceGenerator ?? ((IIncrementalGenerator)one).AsSourceGenerator()),
        ];
    }

    private static string Noted(string name) => typeof(PeerLoader).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == name).Value!;

    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            // Code fixes beside the analyzers ask for workspaces, which nobody needs here.
            return e.Types.OfType<Type>();
        }
    }

    private sealed class FolderContext : AssemblyLoadContext
    {
        private readonly string _folder;

        public FolderContext(string folder)
            : base(folder) => _folder = folder;

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            // The compiler must be the one of this process, else its types would not be the analyzer's.
            if (assemblyName.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && Default.Assemblies.FirstOrDefault(a => a.GetName().Name == assemblyName.Name) is { } shared)
                return shared;
            var file = Path.Combine(_folder, assemblyName.Name + ".dll");
            return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
}
