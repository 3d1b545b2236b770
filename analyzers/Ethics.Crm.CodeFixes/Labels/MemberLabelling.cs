using Ethics.Crm.Analyzers.Flows;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Ethics.Crm.CodeFixes.Labels;

/// <summary>A member without label, and the label that it gets.</summary>
/// <param name="Member">Its documentation id.</param>
/// <param name="Category">Null where only purposes are known.</param>
/// <param name="Purposes">Null where they are the category's own.</param>
internal sealed record MemberLabelling(string Member, string Name, DocumentId Document, SyntaxNode Declaration, string? Category, string[]? Purposes)
{
    /// <summary>Where it is written: two projects that each have a type of one name do not mean the same member, two that share a file do.</summary>
    public string? File { get; init; }

    /// <summary>The label; empty where no one label fits.</summary>
    public string Words => string.Join(", ", new[] { Category, Purposes is null ? null : "for " + string.Join(" and ", Purposes) }.Where(static word => word is not null));

    /// <summary>Those that all projects would label alike, each once: another label would permit something that was not permitted for a value of one of them.</summary>
    public static IReadOnlyList<MemberLabelling> Certain(IEnumerable<MemberLabelling> all)
        => all.GroupBy(static one => (one.Member, one.File))
            .Where(static same => same.Select(static one => one.Words).Distinct(StringComparer.Ordinal).Count() == 1 && same.First().Words.Length > 0)
            .Select(static same => same.First()).ToArray();

    /// <summary>Null where the finding names no member, or the member cannot take an attribute of its own.</summary>
    public static async Task<MemberLabelling?> FindAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(StoredLabels.MemberProperty, out var id) || id is null
            || await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
            || DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is not { } member)
        {
            return null;
        }

        diagnostic.Properties.TryGetValue(StoredLabels.CategoryProperty, out var category);
        diagnostic.Properties.TryGetValue(StoredLabels.PurposesProperty, out var purposes);
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            if (project.Solution.GetDocument(reference.SyntaxTree) is { } document && Labelled(await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false)) is { } declaration)
            {
                return new(id, member.ContainingType.Name + "." + member.Name, document.Id, declaration, category, purposes?.Split([';'], StringSplitOptions.RemoveEmptyEntries)) { File = document.FilePath ?? document.Id.Id.ToString() };
            }
        }

        return null;
    }

    public static async Task<Solution> ApplyAsync(Solution solution, IReadOnlyCollection<MemberLabelling> labellings, CancellationToken cancellationToken)
    {
        foreach (var file in labellings.GroupBy(static one => one.Document))
        {
            if (solution.GetDocument(file.Key) is not { } document
                || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
                || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            {
                continue;
            }

            var generator = SyntaxGenerator.GetGenerator(document);
            var position = file.First().Declaration.SpanStart;
            var byNode = file.ToDictionary(static one => one.Declaration);
            var changed = root.ReplaceNodes(byNode.Keys, (original, node) => generator.AddAttributes(node, Attributes(byNode[original], generator, model)));
            solution = solution.WithDocumentSyntaxRoot(file.Key, OwnAttributes.Import(changed, model, position, "DataCategoryAttribute"));
        }

        return solution;
    }

    /// <summary>What takes the attributes; null for one of several variables of a field, and for what has attributes of ours already.</summary>
    private static SyntaxNode? Labelled(SyntaxNode declaration)
    {
        var node = declaration is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } ? field : declaration;
        var lists = node switch
        {
            PropertyDeclarationSyntax property => property.AttributeLists,
            FieldDeclarationSyntax one => one.AttributeLists,
            ParameterSyntax parameter => parameter.AttributeLists,
            _ => default(SyntaxList<AttributeListSyntax>?),
        };
        return lists is { } known && !known.SelectMany(static list => list.Attributes).Any(static attribute => attribute.Name.ToString().Split('.', ':').Last() is "DataCategory" or "DataCategoryAttribute" or "CollectedFor" or "CollectedForAttribute") ? node : null;
    }

    private static SyntaxNode Attributes(MemberLabelling one, SyntaxGenerator generator, SemanticModel model)
    {
        var position = one.Declaration.SpanStart;
        var lists = new List<AttributeListSyntax>();
        if (one.Category is { } category)
        {
            lists.Add(List("DataCategory", [OwnAttributes.Argument(generator, model, position, "Categories", category)]));
        }

        if (one.Purposes is { } purposes)
        {
            lists.Add(List("CollectedFor", purposes.Select(purpose => OwnAttributes.Argument(generator, model, position, "Purposes", purpose))));
        }

        return lists[0].AddAttributes(lists.Skip(1).SelectMany(static list => list.Attributes).ToArray());

        AttributeListSyntax List(string name, IEnumerable<SyntaxNode> arguments) => (AttributeListSyntax)generator.Attribute(name, arguments);
    }
}
