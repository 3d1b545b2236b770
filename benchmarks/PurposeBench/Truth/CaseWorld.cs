using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PurposeBench.Peers;

namespace PurposeBench.Truth;

/// <summary>The cases of a folder: their assembly, which runs, and their sources with the policy, which say what every value may be used for.</summary>
internal sealed class CaseWorld
{
    private readonly string _assembly;

    /// <param name="folder">Where <c>Cases</c>, <c>Library</c> and the policy lie.</param>
    /// <param name="assembly">What the cases were built to, with debug symbols beside it.</param>
    /// <exception cref="InvalidDataException">The policy has errors.</exception>
    public CaseWorld(string folder, string assembly)
    {
        _assembly = assembly;
        var file = Path.Combine(folder, "purposebench.policy.json");
        var read = PolicyReader.Read(PolicySource.FromBytes(file, File.ReadAllBytes(file)));
        Policy = read.Table ?? throw new InvalidDataException($"'{file}': {string.Join("; ", read.Errors)}");
        Sources = CaseProgram.Together(folder);
        Trees = Sources.SyntaxTrees.ToDictionary(static t => t.FilePath, StringComparer.Ordinal);
        Purposes = new CodePurposes(this);
        Labels = new MemberLabels(this);
    }

    public PolicyTable Policy { get; }

    public CSharpCompilation Sources { get; }

    /// <summary>By path below the folder, with slashes.</summary>
    public IReadOnlyDictionary<string, SyntaxTree> Trees { get; }

    public CodePurposes Purposes { get; }

    public MemberLabels Labels { get; }

    /// <summary>The cases as this program was built with them.</summary>
    public static CaseWorld Of(string folder) => new(folder, Path.Combine(AppContext.BaseDirectory, "PurposeBench.Cases.dll"));

    public Loaded Load() => new(new CaseContext(_assembly));

    public readonly struct Loaded(CaseContext context) : IDisposable
    {
        public CaseContext Context => context;

        public void Dispose() => context.Unload();
    }
}
