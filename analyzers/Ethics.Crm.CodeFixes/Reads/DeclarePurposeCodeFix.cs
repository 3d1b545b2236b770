using System.Collections.Immutable;
using System.Composition;
using Ethics.Crm.Analyzers;
using Ethics.Crm.Analyzers.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ethics.Crm.CodeFixes.Reads;

/// <summary>ECRM2005: declares what code that has said nothing so far works for. One action for each purpose that the data permits; none where a purpose is declared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclarePurposeCodeFix))]
[Shared]
public sealed class DeclarePurposeCodeFix : CodeFixProvider
{
    private const string KeyPrefix = "Ethics.Crm.DeclarePurpose:";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.UndeclaredRead);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        (context, document, diagnostics) => context.CodeActionEquivalenceKey is { } key && key.StartsWith(KeyPrefix, StringComparison.Ordinal)
            ? DeclareAsync(document, diagnostics, key.Substring(KeyPrefix.Length), context.CancellationToken)
            : Task.FromResult<Document?>(null));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is null || PurposeDeclaration.Find(root, diagnostic.Location.SourceSpan) is not { } declaration)
            {
                continue;
            }

            foreach (var purpose in Permitted(diagnostic))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Declare that '{PurposeDeclaration.NameOf(declaration)}' works for '{purpose}'",
                        async cancellationToken => await DeclareAsync(context.Document, [diagnostic], purpose, cancellationToken).ConfigureAwait(false) ?? context.Document,
                        KeyPrefix + purpose),
                    diagnostic);
            }
        }
    }

    private static string[] Permitted(Diagnostic diagnostic)
        => diagnostic.Properties.TryGetValue(UndeclaredReadAnalyzer.PermittedProperty, out var list) && list is { Length: > 0 } ? list.Split(';') : [];

    /// <summary>Only where nothing that the declaration would cover forbids the purpose: another read there would become a misuse.</summary>
    private static async Task<Document?> DeclareAsync(Document document, IReadOnlyCollection<Diagnostic> diagnostics, string purpose, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return null;
        }

        var declarations = diagnostics
            .Select(diagnostic => PurposeDeclaration.Find(root, diagnostic.Location.SourceSpan))
            .OfType<SyntaxNode>()
            .Distinct()
            .Where(declaration => diagnostics.Where(diagnostic => declaration.Span.Contains(diagnostic.Location.SourceSpan)).All(diagnostic => Permitted(diagnostic).Contains(purpose)))
            .ToArray();
        return await PurposeDeclaration.AddAsync(document, declarations, purpose, cancellationToken).ConfigureAwait(false);
    }
}
