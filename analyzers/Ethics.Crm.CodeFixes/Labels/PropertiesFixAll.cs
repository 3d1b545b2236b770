using System.Collections.Immutable;
using Ethics.Crm.Analyzers;
using Ethics.Crm.Analyzers.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ethics.Crm.CodeFixes.Labels;

/// <summary>Fixes the properties of a file, project or solution. A project that guards nothing has one finding, which names its other properties as additional locations: all of them are meant.</summary>
internal sealed class PropertiesFixAll(
    PropertyRepair repair, string title, Func<Solution, IReadOnlyCollection<Location>, CancellationToken, Task<Solution>> apply) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var locations = new List<Location>();
        switch (fixAllContext.Scope)
        {
            case FixAllScope.Document when fixAllContext.Document is { } document:
                // Of the whole project: the one finding of a project that guards nothing may stand in another file.
                var tree = await document.GetSyntaxTreeAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
                locations.AddRange(Locations(await fixAllContext.GetAllDiagnosticsAsync(document.Project).ConfigureAwait(false)).Where(location => location.SourceTree == tree));
                break;
            case FixAllScope.Project:
                locations.AddRange(Locations(await fixAllContext.GetAllDiagnosticsAsync(fixAllContext.Project).ConfigureAwait(false)));
                break;
            case FixAllScope.Solution:
                foreach (var project in fixAllContext.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp))
                {
                    locations.AddRange(Locations(await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false)));
                }

                break;
        }

        return locations.Count == 0
            ? null
            : CodeAction.Create(title, cancellationToken => apply(fixAllContext.Solution, locations, cancellationToken), repair.ToString());
    }

    public static bool IsFor(Diagnostic diagnostic, PropertyRepair repair)
        => diagnostic.Properties.TryGetValue(NotInterceptedAnalyzer.RepairProperty, out var named) && named == repair.ToString();

    /// <summary>Where the properties stand: of ECRM1106 the finding and those that it speaks for, of ECRM4001 those that the reads name.</summary>
    public static IEnumerable<Location> Properties(Diagnostic diagnostic)
        => diagnostic.Id == RuleIds.NotIntercepted ? diagnostic.AdditionalLocations.Prepend(diagnostic.Location) : diagnostic.AdditionalLocations;

    private IEnumerable<Location> Locations(ImmutableArray<Diagnostic> diagnostics)
        => diagnostics.Where(diagnostic => IsFor(diagnostic, repair)).SelectMany(Properties).Distinct();
}
