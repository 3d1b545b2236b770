using System.Collections.Immutable;
using Ethics.Crm.Analyzers;
using Ethics.Crm.Analyzers.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ethics.Crm.CodeFixes.Labels;

/// <summary>Base of the fixes for ECRM1106, and of one for ECRM4001: one edit of properties, for one of them, a file, a project or a solution.</summary>
public abstract class PropertyRepairCodeFix : CodeFixProvider
{
    private readonly PropertyRepair repair;
    private readonly string title;
    private readonly Func<Solution, IReadOnlyCollection<Location>, CancellationToken, Task<Solution>> apply;
    private readonly PropertiesFixAll fixAll;

    /// <param name="repair">What the finding must ask for.</param>
    private protected PropertyRepairCodeFix(
        PropertyRepair repair, string title, Func<Solution, IReadOnlyCollection<Location>, CancellationToken, Task<Solution>> apply)
    {
        this.repair = repair;
        this.title = title;
        this.apply = apply;
        fixAll = new PropertiesFixAll(repair, title, apply);

        // Where a read is told, guarding its property is a way out; taking guards away never is.
        FixableDiagnosticIds = repair == PropertyRepair.Guard ? ImmutableArray.Create(RuleIds.NotIntercepted, RuleIds.UnaskedConsent) : ImmutableArray.Create(RuleIds.NotIntercepted);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => fixAll;

    /// <inheritdoc/>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (PropertiesFixAll.IsFor(diagnostic, repair) && Allows(context.Document))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(title, cancellationToken => apply(context.Document.Project.Solution, [PropertiesFixAll.Properties(diagnostic).First()], cancellationToken), repair.ToString()),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>False for a file in which the edit would not compile.</summary>
    private protected virtual bool Allows(Document document) => true;
}
