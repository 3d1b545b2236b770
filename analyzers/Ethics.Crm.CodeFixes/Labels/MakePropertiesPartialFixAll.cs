using System.Collections.Immutable;
using Ethics.Crm.Analyzers.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ethics.Crm.CodeFixes.Labels;

/// <summary>A project that guards nothing has one finding, which names its other properties as additional locations: all of them are meant.</summary>
internal sealed class MakePropertiesPartialFixAll : FixAllProvider
{
    public static readonly MakePropertiesPartialFixAll Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var locations = new List<Location>();
        switch (fixAllContext.Scope)
        {
            case FixAllScope.Document when fixAllContext.Document is { } document:
                var tree = await document.GetSyntaxTreeAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
                locations.AddRange(Locations(await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)).Where(location => location.SourceTree == tree));
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
            : CodeAction.Create(
                MakePropertyPartialCodeFix.Title,
                cancellationToken => PartialProperties.MakeAsync(fixAllContext.Solution, locations, cancellationToken),
                MakePropertyPartialCodeFix.EquivalenceKey);
    }

    private static IEnumerable<Location> Locations(ImmutableArray<Diagnostic> diagnostics)
        => diagnostics.SelectMany(diagnostic => diagnostic.Properties.ContainsKey(NotInterceptedAnalyzer.FixableProperty)
            ? diagnostic.AdditionalLocations.Prepend(diagnostic.Location)
            : diagnostic.AdditionalLocations);
}
