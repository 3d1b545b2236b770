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
    private const string Title = "Make the property partial, so that its reads are guarded";

    private static readonly PropertiesFixAll FixAll = new(PropertyRepair.Guard, Title, GuardingEdits.ApplyAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.NotIntercepted);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (PropertiesFixAll.IsFor(diagnostic, PropertyRepair.Guard) && GuardingEdits.AllowsPartial(context.Document))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Title,
                        cancellationToken => GuardingEdits.ApplyAsync(context.Document.Project.Solution, [diagnostic.Location], cancellationToken),
                        PropertyRepair.Guard.ToString()),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }
}
