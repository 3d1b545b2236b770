using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.Analyzers.Messages;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Reads;

/// <summary>ECRM2005: personal data is used in code that declares no purpose. Off unless the project is strict or asks for the rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndeclaredReadAnalyzer : LabelledReadAnalyzer
{
    /// <summary>The purposes that the code may declare without misusing what it reads, separated by semicolons: for the fix.</summary>
    internal const string PermittedProperty = "permitted";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.UndeclaredRead);

    private protected override bool IsOff(PurposeContext purposes, SyntaxTree tree, CancellationToken cancellationToken) => !purposes.IsStrict && !IsAskedFor(purposes.Compilation, tree, cancellationToken);

    private protected override void Check(
        OperationAnalysisContext context, MemberRead read, ImmutableArray<DeclaredLabel> labels, PurposeContext purposes, PolicyTable table)
    {
        if (!purposes.Code.At(read.Operation, context.ContainingSymbol).IsUndeclared)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            RuleDescriptors.UndeclaredRead,
            read.Location,
            ImmutableDictionary<string, string?>.Empty.Add(PermittedProperty, string.Join(";", PermittedByAll(context, read, labels, purposes, table))),
            read.Name,
            CollectedWords.Of(table, labels, labels[0]),
            SymbolNames.Display(CodePurposeReader.MemberOf(context.ContainingSymbol))));
    }

    /// <summary>A declaration covers the whole body: a purpose that another read in it does not permit would only turn this finding into a misuse there.</summary>
    private static IEnumerable<string> PermittedByAll(OperationAnalysisContext context, MemberRead read, ImmutableArray<DeclaredLabel> labels, PurposeContext purposes, PolicyTable table)
    {
        var body = read.Operation;
        while (body.Parent is { } parent)
        {
            body = parent;
        }

        var permitted = Permitted(table, labels);
        foreach (var operation in body.Descendants())
        {
            foreach (var (other, otherLabels) in purposes.Reads.In(operation, context.CancellationToken))
            {
                if (purposes.Code.At(other.Operation, context.ContainingSymbol).IsUndeclared)
                {
                    permitted = permitted.Intersect(Permitted(table, otherLabels), StringComparer.Ordinal);
                }
            }
        }

        return permitted;
    }

    private static IEnumerable<string> Permitted(PolicyTable table, ImmutableArray<DeclaredLabel> labels)
        => labels.Select(label => table.PermittedPurposes(label.Label)).Aggregate<IEnumerable<string>>((left, right) => left.Intersect(right, StringComparer.Ordinal));

    private static bool IsAskedFor(Compilation compilation, SyntaxTree tree, CancellationToken cancellationToken)
        => compilation.Options.SyntaxTreeOptionsProvider is { } options
            && (options.TryGetDiagnosticValue(tree, RuleIds.UndeclaredRead, cancellationToken, out _)
                || options.TryGetGlobalDiagnosticValue(RuleIds.UndeclaredRead, cancellationToken, out _));
}
