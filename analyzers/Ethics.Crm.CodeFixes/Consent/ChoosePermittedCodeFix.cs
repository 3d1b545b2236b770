using System.Collections.Immutable;
using System.Composition;
using Ethics.Crm.Analyzers;
using Ethics.Crm.Analyzers.Consent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Ethics.Crm.CodeFixes.Consent;

/// <summary>ECRM4001: where the object comes out of a sequence, in a loop or a query, chooses those whose people allow the purpose. It never asks for more than the code declares already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChoosePermittedCodeFix))]
[Shared]
public sealed class ChoosePermittedCodeFix : CodeFixProvider
{
    private const string Key = "Ethics.Crm.ChoosePermitted";
    private const string Method = "PermittedFor";
    private const string Extensions = "PermittedSequenceExtensions";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.UnaskedConsent);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        async (context, document, diagnostics) => await ApplyAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (PurposeOf(diagnostic) is { } purpose
                && await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root
                && await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is { } model
                && PermittedSequence.Find(root, model, diagnostic.Location.SourceSpan, context.CancellationToken) is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Choose those whose people allow '{purpose}'", cancellationToken => ApplyAsync(context.Document, [diagnostic], cancellationToken), Key),
                    diagnostic);
            }
        }
    }

    private static string? PurposeOf(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(UnaskedReads.PurposeProperty, out var purpose) ? purpose : null;

    private static async Task<Document> ApplyAsync(Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return document;
        }

        // Several reads of one object, or of one loop inside another, ask once for each sequence.
        var sequences = new Dictionary<ExpressionSyntax, string>();
        foreach (var diagnostic in diagnostics)
        {
            if (PurposeOf(diagnostic) is { } purpose && PermittedSequence.Find(root, model, diagnostic.Location.SourceSpan, cancellationToken) is { } sequence)
            {
                sequences[sequence] = purpose;
            }
        }

        if (sequences.Count == 0)
        {
            return document;
        }

        var generator = SyntaxGenerator.GetGenerator(document);
        var position = sequences.Keys.First().SpanStart;
        var changed = root.ReplaceNodes(sequences.Keys, (sequence, inner) => generator.InvocationExpression(
                generator.MemberAccessExpression(PermittedSequence.Whole(inner.WithoutTrivia()), Method),
                OwnAttributes.Argument(generator, model, sequence.SpanStart, "Purposes", sequences[sequence]))
            .WithTriviaFrom(inner)
            .WithAdditionalAnnotations(Formatter.Annotation));
        return document.WithSyntaxRoot(OwnAttributes.Import(changed, model, position, Extensions));
    }
}
