using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using Ethics.Crm.FlowAnalysis.Endpoints.Borders;
using Ethics.Crm.FlowAnalysis.Endpoints.Decisions;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.Policies;
using Ethics.Crm.FlowAnalysis.SideCars;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.FlowAnalysis;

/// <summary>What is known of one compilation, shared by all rules: policy, labels, purposes of code. Thread-safe.</summary>
internal sealed class PurposeContext
{
    /// <summary>Nearly always one for a compilation; several where a host runs it under several policies or settings.</summary>
    private static readonly ConditionalWeakTable<Compilation, List<PurposeContext>> Cache = new();

    private readonly AnalyzerOptions options;
    private readonly Lazy<bool> hasViews;
    private readonly Lazy<SideCars.SideCars> sideCars;
    private readonly Lazy<SideCar> sideCar;

    private PurposeContext(Compilation compilation, AnalyzerOptions options, PolicyFiles? policy)
    {
        this.options = options;
        Compilation = compilation;
        hasViews = new(() => compilation.SyntaxTrees.Any(tree => IsMapped(tree) && IsGenerated(tree, compilation)));
        sideCars = new(() => new SideCars.SideCars(compilation, options, AsksLibraries, CancellationToken.None));
        sideCar = new(() => Table is null ? SideCar.Empty : SideCar.Parse(SideCarOfSource.Write(this)));
        Policy = policy;
        Table = policy?.Result.Table;
        Constants = new PolicyConstants(Table?.Document ?? policy?.Result.PartialDocument);
        Arguments = new AttributeArguments(Constants, compilation);
        var reader = new LabelReader(Table, Arguments);
        Labels = new MemberLabels(compilation, Table, reader);
        Keys = new KeyedMembers(Table, reader);
        var receivers = new ReceiverLabels(Table, Labels);
        var keyed = new KeyedReads(compilation, Keys);
        Reads = new LabelledReads(receivers, keyed);
        Stored = new StoredTypes(compilation, Table, Labels);
        Borders = new BorderReader(Table, receivers, keyed, Stored);
        Code = new CodePurposeReader(compilation, Table, Arguments);
        Sinks = new SinkReader(Table, Arguments, Labels);
        Wholes = new WholeObjects(Labels);
        Serialized = new SerializedObjects(Labels);
        Decisions = new DecisionRules(Table);
    }

    public Compilation Compilation { get; }

    /// <summary>Null when the build passes no policy.</summary>
    public PolicyFiles? Policy { get; }

    /// <summary>Null without policy, and for one with errors: it decides nothing.</summary>
    public PolicyTable? Table { get; }

    public PolicyConstants Constants { get; }

    public AttributeArguments Arguments { get; }

    public MemberLabels Labels { get; }

    public KeyedMembers Keys { get; }

    public LabelledReads Reads { get; }

    public BorderReader Borders { get; }

    public StoredTypes Stored { get; }

    public CodePurposeReader Code { get; }

    public SinkReader Sinks { get; }

    public WholeObjects Wholes { get; }

    public SerializedObjects Serialized { get; }

    public DecisionRules Decisions { get; }

    /// <summary>What referenced libraries say of themselves.</summary>
    public SideCars.SideCars SideCars => sideCars.Value;

    /// <summary>What this compilation says of itself to one that references its source. Its bodies are bound for it, so that only the end of a whole analysis may ask.</summary>
    public SideCar SideCar => sideCar.Value;

    public bool IsStrict => IsTrue(BuildOptions.Strict);

    /// <summary>Whether the project asks what libraries do that are there as source, and wants to be told of those that do not say it. A file that is there is read in any case.</summary>
    public bool AsksLibraries => IsTrue(BuildOptions.SideCar);

    /// <summary>False when the project asked for plain accessors.</summary>
    public bool IsGuarding => !string.Equals(Property(BuildOptions.Guard), "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the build weaves the gate into the compiled getters of what is labelled and not guarded.</summary>
    public bool IsWeaving => IsTrue(BuildOptions.Weave) && IsGuarding;

    /// <summary>Whether a generated file says that its lines stand in another one, as the code behind a <c>.cshtml</c> or <c>.razor</c> file does.</summary>
    public bool HasViews => hasViews.Value;

    /// <summary>Null when the compilation can have nothing to do with purposes: neither the attributes nor a policy are there.</summary>
    public static PurposeContext? Find(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var contexts = Cache.GetOrCreateValue(compilation);
        lock (contexts)
        {
            if (contexts.Find(context => BuildOptions.AreSame(context.options, options)) is { } known)
            {
                return known;
            }
        }

        var policy = PolicyFiles.Find(options, cancellationToken);
        if (policy is null && compilation.GetTypeByMetadataName(AttributeNames.DataCategory) is null)
        {
            return null;
        }

        var created = new PurposeContext(compilation, options, policy);
        lock (contexts)
        {
            // Whoever came first is shared; a loser of the race only computes twice.
            if (contexts.Find(context => BuildOptions.AreSame(context.options, options)) is { } first)
            {
                return first;
            }

            contexts.Add(created);
            return created;
        }
    }

    /// <summary>The purposes that the policy declares; all of them without policy. That a name is unknown is ECRM1101 where it stands; what code may declare or open is not judged by it a second time.</summary>
    public ImmutableArray<string> KnownAmong(ImmutableArray<string> names) => Table is { } table ? names.Where(table.HasPurpose).ToImmutableArray() : names;

    /// <inheritdoc cref="BuildOptions.Property"/>
    public string? Property(string name) => BuildOptions.Property(options, name);

    // Our own files are many, and have none.
    /// <summary>Whether a person wrote what stands there: their own source, or a view behind generated code.</summary>
    public bool IsByHand(SyntaxNode node) => !SideCarPlaces.Has(node) && (!IsGenerated(node.SyntaxTree, Compilation) || node.GetLocation().GetMappedLineSpan().HasMappedPath);

    private static bool IsMapped(SyntaxTree tree) => !tree.FilePath.EndsWith(GeneratedFiles.Guards, StringComparison.Ordinal) && tree.GetLineMappings().Any();

    // Rules that ask for no generated code see the lines that a person mapped.
    private static bool IsGenerated(SyntaxTree tree, Compilation compilation) => compilation.Options.SyntaxTreeOptionsProvider?.IsGenerated(tree, CancellationToken.None) switch
    {
        GeneratedKind.MarkedGenerated => true,
        GeneratedKind.NotGenerated => false,
        _ => !HandWrittenFiles.IsHandWritten(tree, CancellationToken.None),
    };

    private bool IsTrue(string name) => string.Equals(Property(name), "true", StringComparison.OrdinalIgnoreCase);
}
