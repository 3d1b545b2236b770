using System.Collections.Immutable;
using System.Composition;
using Ethics.Crm.Analyzers;
using Ethics.Crm.Analyzers.Flows;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ethics.Crm.CodeFixes.Labels;

/// <summary>ECRM1110: gives an unlabelled member the label of what is stored in it. None where values of several labels come there, or somebody has labelled it meanwhile.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LabelMemberCodeFix))]
[Shared]
public sealed class LabelMemberCodeFix : CodeFixProvider
{
    internal const string Key = "Ethics.Crm.LabelMember";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.UnlabelledStore);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => LabelMembersFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await MemberLabelling.FindAsync(context.Document.Project, diagnostic, context.CancellationToken).ConfigureAwait(false) is { Words.Length: > 0 } labelling)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Label '{labelling.Name}' as what is stored in it ({labelling.Words})",
                        cancellationToken => MemberLabelling.ApplyAsync(context.Document.Project.Solution, [labelling], cancellationToken),
                        Key),
                    diagnostic);
            }
        }
    }

    /// <summary>The members of a file, project or solution, each once however many values come there.</summary>
    private sealed class LabelMembersFixAll : FixAllProvider
    {
        public static readonly LabelMembersFixAll Instance = new();

        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            var projects = fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects.Where(static project => project.Language == LanguageNames.CSharp).ToArray() : [fixAllContext.Project];
            var tree = fixAllContext is { Scope: FixAllScope.Document, Document: { } document } ? await document.GetSyntaxTreeAsync(fixAllContext.CancellationToken).ConfigureAwait(false) : null;
            var found = new List<MemberLabelling>();
            foreach (var project in projects)
            {
                foreach (var diagnostic in await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false))
                {
                    if ((tree is null || diagnostic.Location.SourceTree == tree) && await MemberLabelling.FindAsync(project, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false) is { } one)
                    {
                        found.Add(one);
                    }
                }
            }

            var certain = MemberLabelling.Certain(found);
            return certain.Count == 0
                ? null
                : CodeAction.Create("Label members as what is stored in them", cancellationToken => MemberLabelling.ApplyAsync(fixAllContext.Solution, certain, cancellationToken), Key);
        }
    }
}
