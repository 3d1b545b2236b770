using System.Collections.Immutable;
using System.Composition;
using Ethics.Crm.Analyzers;
using Ethics.Crm.Analyzers.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ethics.Crm.CodeFixes.Labels;

/// <summary>ECRM1106: makes a labelled property partial, and the types around it, so that the generator guards it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePropertyPartialCodeFix))]
[Shared]
public sealed class MakePropertyPartialCodeFix : CodeFixProvider
{
    internal const string EquivalenceKey = "Ethics.Crm.MakePropertyPartial";
    internal const string Title = "Make the property partial, so that its reads are guarded";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.NotIntercepted);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => MakePropertiesPartialFixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.ContainsKey(NotInterceptedAnalyzer.FixableProperty))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Title,
                        cancellationToken => PartialProperties.MakeAsync(context.Document.Project.Solution, [diagnostic.Location], cancellationToken),
                        EquivalenceKey),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }
}
