using System.Collections.Immutable;
using Ethics.Crm.Analyzers.Binding;
using Ethics.Crm.Analyzers.Flows;
using Ethics.Crm.Analyzers.Labels;
using Ethics.Crm.Analyzers.Policy;
using Ethics.Crm.Analyzers.Reads;
using Ethics.Crm.Analyzers.Scopes;
using Ethics.Crm.Analyzers.Subjects;
using Ethics.Crm.FlowAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers;

/// <summary>All rules, in a project with views: these reach the compiler as generated code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ViewsAnalyzer : DiagnosticAnalyzer
{
    internal static readonly ImmutableArray<PurposeAnalyzer> Rules = ImmutableArray.Create<PurposeAnalyzer>(
        new AttributeNamesAnalyzer(),
        new FlowAnalyzer(),
        new LostPurposeAnalyzer(),
        new MisusedReadAnalyzer(),
        new NoSubjectKeyAnalyzer(),
        new NotInterceptedAnalyzer(),
        new NothingPermitsAnalyzer(),
        new PolicyFileAnalyzer(),
        new PolicyMissingAnalyzer(),
        new PurposeBeyondDeclarationAnalyzer(),
        new ReferencedLabelsAnalyzer(),
        new ScopeLeftOpenAnalyzer(),
        new ScopeNamesAnalyzer(),
        new UnboundPurposeAnalyzer(),
        new UndeclaredReadAnalyzer());

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.SelectMany(rule => rule.SupportedDiagnostics).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (PurposeContext.Find(start.Compilation, start.Options, start.CancellationToken) is not { HasViews: true } purposes)
            {
                return;
            }

            foreach (var rule in Rules)
            {
                rule.Register(start, purposes);
            }
        });
    }
}
