using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Reads;

/// <summary>ECRM2001: a member is read in code for a purpose it was not collected for; ECRM2004: for a decision about people that a rule or its protection keeps it from; ECRM1107: in a function that code of another purpose runs, or that is run without its context.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MisusedReadAnalyzer : LabelledReadAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.MisusedRead, RuleDescriptors.Influence, RuleDescriptors.HandedFunction, RuleDescriptors.FunctionWithoutContext);

    private protected override void Check(
        OperationAnalysisContext context, MemberRead read, ImmutableArray<DeclaredLabel> labels, PurposeContext purposes, PolicyTable table)
    {
        var code = purposes.Code.At(read.Operation, context.ContainingSymbol);
        if (code.IsUndeclared || code.IsUnknown || code.IsNever)
        {
            return;
        }

        if (ReadVerdict.Of(table, labels, code.Names) is not { } verdict)
        {
            if (HandedReads.Describe(purposes, read, labels, code) is { } handed)
            {
                context.ReportDiagnostic(handed);
            }

            return;
        }

        if (DeadBranches.Hold(read.Operation))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            verdict.RuleOr(RuleDescriptors.MisusedRead),
            read.Location,
            read.Name,
            verdict.Permitted,
            SymbolNames.Display(CodePurposeReader.MemberOf(context.ContainingSymbol)),
            verdict.PurposesOf(code)));
    }
}
