using System.Collections.Immutable;
using System.Composition;
using Ethics.Crm.Analyzers;
using Ethics.Crm.Analyzers.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Ethics.Crm.CodeFixes.Binding;

/// <summary>ECRM1107: registers a class by the only interface that it implements, so that a decorator can stand before it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RegisterByInterfaceCodeFix))]
[Shared]
public sealed class RegisterByInterfaceCodeFix : CodeFixProvider
{
    private const string Key = "Ethics.Crm.RegisterByInterface";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.UnboundCode);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        async (context, document, diagnostics) => await ApplyAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (ContractOf(diagnostic) is { } contract)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Register it as '{contract.Split('.').Last()}'", cancellationToken => ApplyAsync(context.Document, [diagnostic], cancellationToken), Key),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static string? ContractOf(Diagnostic diagnostic)
        => diagnostic.Properties.TryGetValue(UnboundPurposeAnalyzer.InterfaceProperty, out var contract) ? contract : null;

    private static async Task<Document> ApplyAsync(Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return document;
        }

        var contracts = new Dictionary<GenericNameSyntax, string>();
        foreach (var diagnostic in diagnostics)
        {
            if (ContractOf(diagnostic) is { } contract && root.FindNode(diagnostic.Location.SourceSpan) is { } node && node.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault() is { } name)
            {
                contracts[name] = contract;
            }
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(contracts.Keys, (name, _) => name.WithTypeArgumentList(
            SyntaxFactory.TypeArgumentList(name.TypeArgumentList.Arguments.Insert(0, SyntaxFactory.ParseTypeName("global::" + contracts[name]).WithAdditionalAnnotations(Simplifier.Annotation)))
                .NormalizeWhitespace())));
    }
}
