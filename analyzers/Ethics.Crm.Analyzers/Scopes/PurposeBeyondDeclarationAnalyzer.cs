using System.Collections.Immutable;
using Ethics.Crm.Analyzers.Messages;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Scopes;

/// <summary>ECRM1111: a scope, lambda or local function works for a purpose that the declared code around it lacks, or code declares one beyond its ceiling in the policy.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PurposeBeyondDeclarationAnalyzer : PurposeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.PurposeBeyondDeclaration);

    internal override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
    {
        start.RegisterOperationAction(
            context =>
            {
                if (purposes.Code.OpeningIn(context.Operation) is { } opening && opening.Location.IsByHand(context.IsGeneratedCode)
                    && Objection(purposes, opening, context.Operation, context.ContainingSymbol) is { } words)
                {
                    context.ReportDiagnostic(Create(opening.Location, CodePurposeReader.MemberOf(context.ContainingSymbol), words.Permitted, words.Done));
                }
            },
            OperationKind.Invocation, OperationKind.AnonymousFunction, OperationKind.LocalFunction);

        // Only a ceiling of the policy limits what a member or type may say of itself.
        if (purposes.Table is { Document.Code: var code } && code.Values.Any(entry => entry is { Only: true }))
        {
            var ceilings = new DeclaredCeilings(purposes);
            start.RegisterSymbolAction(
                context =>
                {
                    if (!context.IsGeneratedCode && ceilings.Exceeded(context.Symbol) is { } found)
                    {
                        context.ReportDiagnostic(Create(found.Location, context.Symbol, LimitedTo(found.Ceiling), "declares " + Words.List(found.Beyond)));
                    }
                },
                SymbolKind.NamedType, SymbolKind.Method, SymbolKind.Property);
        }
    }

    private static (string Permitted, string Done)? Objection(PurposeContext purposes, PurposeOpening opening, IOperation operation, ISymbol containing)
    {
        var code = purposes.Code;
        var names = purposes.KnownAmong(opening.Names);
        if (code.CeilingOf(CodePurposeReader.MemberOf(containing)) is { } ceiling && CodePurposeReader.Beyond(ceiling, names) is { IsEmpty: false } above)
        {
            return (LimitedTo(ceiling), Does(opening, above));
        }

        // Code that declares nothing may open what it likes; what names nothing, or misspells it, is a finding of its own.
        return code.DeclaredAround(operation, containing) is { IsEmpty: false } surroundings && purposes.KnownAmong(surroundings).Length == surroundings.Length && CodePurposeReader.Beyond(surroundings, names) is { IsEmpty: false } lacking
            ? ($"is declared for {Words.List(surroundings)} only", Does(opening, lacking))
            : null;
    }

    private static string LimitedTo(ImmutableArray<string> ceiling) => ceiling.IsEmpty ? "may work for nothing by the policy" : $"is limited to {Words.List(ceiling)} by the policy";

    private static string Does(PurposeOpening opening, ImmutableArray<string> purposes)
        => opening.IsScope ? $"opens a scope for {Words.List(purposes)}" : $"declares {Words.List(purposes)} inside";

    private static Diagnostic Create(Location location, ISymbol symbol, string permitted, string done)
        => Diagnostic.Create(RuleDescriptors.PurposeBeyondDeclaration, location, SymbolNames.Display(symbol), permitted, done);
}
