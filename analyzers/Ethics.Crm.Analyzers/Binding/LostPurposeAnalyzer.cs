using System.Collections.Immutable;
using Ethics.Crm.Analyzers.Messages;
using Ethics.Crm.Analyzers.Reads;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Binding;

/// <summary>
/// ECRM1107: code that declares purposes is started, or a method that reads for them is handed over, where the running program leaves the purpose behind. Functions that read are told
/// at their read (<see cref="HandedReads"/>). Nothing is looked at but calls that leave the context behind, of which hardly a program has any.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LostPurposeAnalyzer : PurposeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.StartedWithoutContext, RuleDescriptors.FunctionWithoutContext);

    internal override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
        => start.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (SuppressedFlow.Begins(call))
                {
                    foreach (var started in SuppressedFlow.Within(call).OfType<IInvocationOperation>())
                    {
                        ReportStarted(context, purposes, started);
                        if (!IsUnsafe(started))
                        {
                            ReportHanded(context, purposes, started);
                        }
                    }
                }

                // These do it anywhere, and may not be told of twice.
                if (IsUnsafe(call))
                {
                    ReportHanded(context, purposes, call);
                }
            },
            OperationKind.Invocation);

    private static void ReportStarted(OperationAnalysisContext context, PurposeContext purposes, IInvocationOperation call)
    {
        var place = OperationNames.NameOf(call.Syntax).GetLocation();
        if (IsAwaited(call.TargetMethod) && place.IsByHand(context.IsGeneratedCode)
            && purposes.Code.Of(CodePurposeReader.MemberOf(call.TargetMethod.OriginalDefinition)) is { IsUndeclared: false, Names.IsEmpty: false } code)
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.StartedWithoutContext, place, SymbolNames.Display(call.TargetMethod.OriginalDefinition), Words.List(code.Names)));
        }
    }

    /// <summary>A method of this file, by its name: what it reads for its own purpose it would read for another one.</summary>
    private static void ReportHanded(OperationAnalysisContext context, PurposeContext purposes, IInvocationOperation call)
    {
        var taker = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        foreach (var group in call.Arguments.Select(static argument => Group(argument.Value)))
        {
            if (group is { Method: { MethodKind: MethodKind.Ordinary } method } && purposes.Table is not null && SuppressedFlow.LosesContext(taker, call.Syntax, call)
                && group.Syntax.GetLocation() is var place && place.IsByHand(context.IsGeneratedCode)
                && FirstRead(context, purposes, group, method) is { } read)
            {
                context.ReportDiagnostic(HandedReads.WithoutContext(purposes.Table, OperationNames.NameOf(group.Syntax).GetLocation(), null, read.Read, read.Labels, purposes.Code.At(read.Read.Operation, method), taker));
            }
        }
    }

    private static LabelledRead? FirstRead(OperationAnalysisContext context, PurposeContext purposes, IMethodReferenceOperation group, IMethodSymbol method)
    {
        // Who has the model of another file is asked for nothing: the method is on its way to code of the framework, and mostly stands beside the call.
        var syntax = (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.FirstOrDefault(one => one.SyntaxTree == group.Syntax.SyntaxTree)?.GetSyntax(context.CancellationToken);
        return syntax is null || group.SemanticModel?.GetOperation(syntax, context.CancellationToken) is not { } body
            ? null
            : body.Descendants().SelectMany(one => purposes.Reads.At(one, context.CancellationToken)).FirstOrDefault(read => ReadsForItself(purposes, read, method));
    }

    /// <summary>Permitted for what the method declares, and in no scope of its own.</summary>
    private static bool ReadsForItself(PurposeContext purposes, LabelledRead read, IMethodSymbol method)
        => !purposes.Code.IsSaidInBody(read.Read.Operation)
            && purposes.Code.At(read.Read.Operation, method) is { IsUndeclared: false, IsUnknown: false, IsNever: false } code
            && ReadVerdict.Of(purposes.Table!, read.Labels, code.Names) is null;

    private static IMethodReferenceOperation? Group(IOperation value)
    {
        while (value is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation)
        {
            value = value.ChildOperations.First();
        }

        return value as IMethodReferenceOperation;
    }

    private static bool IsUnsafe(IInvocationOperation call) => call.TargetMethod.Name.StartsWith("Unsafe", StringComparison.Ordinal);

    private static bool IsAwaited(IMethodSymbol method)
        => method.IsAsync || method.ReturnType is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } };
}
