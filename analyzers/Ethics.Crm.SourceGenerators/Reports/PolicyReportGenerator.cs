using Ethics.Crm.Analyzers;
using Ethics.Crm.Analyzers.Policy;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.SourceGenerators.Reports;

/// <summary>
/// Tells what is wrong with the policy where the rules cannot: the compiler stops before them when an argument of an attribute does not bind, and a constant
/// of the policy that is not generated does not. Without this the user reads that <c>Purposes</c> does not exist, and not why.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class PolicyReportGenerator : IIncrementalGenerator
{
    internal const string UsesStep = "ConstantUses";
    internal const string HoldersStep = "ConstantHolders";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var policy = BuildInputs.Policy(context);
        var settings = BuildInputs.Settings(context);
        var uses = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => ConstantUse.MayBe(node), static (found, _) => ConstantUse.Read(found.Node))
            .Where(static found => found.Count > 0)
            .WithTrackingName(UsesStep)
            .Collect()
            .Select(static (all, _) => all.SelectMany(static found => found).ToEquatableArray());
        var known = uses.Combine(policy).Select(static (pair, _) => new KnownUses(pair.Left, pair.Right));

        // Asked for every edit: nothing is looked up in a project that uses no constant, and the source is searched only where the policy lacks one.
        var holders = context.CompilationProvider
            .Combine(known)
            .Combine(settings)
            .Select(static (input, _) => input.Left.Right.All.Count == 0
                ? EquatableArray<ConstantHolder>.Empty
                : ConstantHolder.Of(input.Left.Left, input.Right.Constants, searchSource: input.Left.Right.IsAnyLost))
            .WithTrackingName(HoldersStep);

        context.RegisterSourceOutput(known.Combine(settings).Combine(holders), static (output, input) =>
        {
            var ((known, settings), holders) = input;
            foreach (var diagnostic in Report(known.All, known.Policy, settings.Constants, holders))
                output.ReportDiagnostic(diagnostic);
        });
    }

    private sealed record KnownUses(EquatableArray<ConstantUse> All, ParsedPolicy Policy)
    {
        public bool IsAnyLost { get; } = All.Count > 0 && new PolicyConstants(Policy.Document) is var constants && All.Any(use => constants.Find(use.ClassName, use.Identifier) is null);
    }

    private static IEnumerable<Diagnostic> Report(EquatableArray<ConstantUse> uses, ParsedPolicy policy, ConstantsNamespace target, EquatableArray<ConstantHolder> holders)
    {
        // Asked for none: whatever has these names is the project's own.
        if (target is { Name: null, Invalid: null })
            return [];

        var constants = new PolicyConstants(policy.Document);
        var ours = uses.Where(use => !holders.Any(holder => holder.ClassName == use.ClassName && (holder.Taker is null || holder.Members.Contains(use.Identifier))))
            .OrderBy(static use => use.Path, StringComparer.Ordinal).ThenBy(static use => use.Span.Start).ToList();
        var lost = ours.FirstOrDefault(use => constants.Find(use.ClassName, use.Identifier) is null);
        if (policy.Main is not { } main)
            return lost is null ? [] : [Diagnostic.Create(RuleDescriptors.PolicyOfConstantMissing, lost.Location, $"{lost.ClassName}.{lost.Identifier}")];

        if (lost is not null)
            return policy.Errors.Where(error => policy.Find(error.File) is not null).Select(error => PolicyErrorReport.Of(error, SourceText.From(policy.Find(error.File)!.Text)));

        if (target.Invalid is { } invalid)
            return ours.Count == 0 ? [] : [PolicyErrorReport.Misplaced(main.Path, invalid, ConstantsNamespace.Property)];

        return
        [
            .. ours.Select(use => (Use: use, holders.FirstOrDefault(holder => holder.ClassName == use.ClassName)?.Taker))
                .Where(static one => one.Taker is not null)
                .GroupBy(static one => one.Taker)
                .Select(static taken => PolicyErrorReport.Taken(taken.First().Use.Location, taken.Key!, ConstantsNamespace.Property)),
        ];
    }
}
