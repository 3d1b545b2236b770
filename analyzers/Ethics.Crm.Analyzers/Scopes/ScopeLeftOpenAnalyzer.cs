using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Scopes;

/// <summary>ECRM1109: a purpose scope is opened outside a <c>using</c>, held across a <c>yield</c>, or closed by <c>Run</c> before the task that it starts has ended.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScopeLeftOpenAnalyzer : PurposeAnalyzer
{
    private const string Opened = "opens a purpose scope outside a using, so nothing tells where it ends; write using (PurposeScope.Enter(…)), or PurposeScope.Run";
    private const string Contacts = "opens a contact scope outside a using, so nothing tells where it ends; write using (contacts.Enter(…))";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.ScopeLeftOpen);

    internal override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
    {
        if (ScopeCalls.Find(start.Compilation) is not { } scopes)
        {
            return;
        }

        start.RegisterOperationAction(
            context =>
            {
                Report(context, scopes.OpenedOutsideUsing(context.Operation), ScopeCalls.OpensContacts(context.Operation) ? Contacts : Opened);
                if (scopes.HandedOut(context.Operation, member => !purposes.Labels.Of(member, context.CancellationToken).IsEmpty) is { } late)
                {
                    Report(context, late.Location, Late(late.Kind));
                }
            },
            OperationKind.Invocation, OperationKind.MethodReference);
        start.RegisterOperationAction(
            context => Report(context, scopes.HeldAcrossYield(context.Operation), Held(context.ContainingSymbol)),
            OperationKind.Using, OperationKind.UsingDeclaration);
    }

    /// <summary>What happens between two elements differs, the remedy does not.</summary>
    private static string Held(ISymbol containing)
        => containing is IMethodSymbol { IsAsync: true }
            ? "holds a purpose scope across a yield, after which it runs for whatever its consumer works for; close the scope before the yield"
            : "holds a purpose scope across a yield, so that its consumer runs inside the scope; close it before the yield";

    private static string Late(LateKind kind) => kind switch
    {
        LateKind.Task => "starts a task in PurposeScope.Run, whose scope closes before the task ends; await PurposeScope.RunAsync",
        LateKind.AsyncSequence => "hands an asynchronous sequence out of PurposeScope.Run, whose scope closes before it is enumerated; enumerate it inside PurposeScope.RunAsync",
        _ => "hands a LINQ query out of PurposeScope.Run, whose scope closes before the query reads; end it with ToList inside the scope",
    };

    private static void Report(OperationAnalysisContext context, Location? location, string words)
    {
        if (location is not null && location.IsByHand(context.IsGeneratedCode))
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.ScopeLeftOpen, location, $"'{SymbolNames.Display(CodePurposeReader.MemberOf(context.ContainingSymbol))}' {words}"));
        }
    }
}
