using System.Collections.Immutable;
using System.Composition;
using Ethics.Crm.Analyzers;
using Ethics.Crm.Analyzers.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ethics.Crm.CodeFixes.Labels;

/// <summary>ECRM1106 where <c>EthicsCrmGuard</c> is false: turns a partial property back into an auto-property, which is all that is generated for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePropertyPlainCodeFix))]
[Shared]
public sealed class MakePropertyPlainCodeFix : CodeFixProvider
{
    private const string Title = "Turn the partial property back into an auto-property";

    private static readonly PropertiesFixAll FixAll = new(PropertyRepair.Unguard, Title, UnguardingEdits.ApplyAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.NotIntercepted);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (PropertiesFixAll.IsFor(diagnostic, PropertyRepair.Unguard))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Title,
                        cancellationToken => UnguardingEdits.ApplyAsync(context.Document.Project.Solution, [diagnostic.Location], cancellationToken),
                        PropertyRepair.Unguard.ToString()),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }
}
