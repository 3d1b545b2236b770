using System.Collections.Immutable;
using Ethics.Crm.Analyzers.Labels;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Scopes;

/// <summary>ECRM1101: a scope or an endpoint names a purpose that the policy does not declare, or none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScopeNamesAnalyzer : PurposeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.NamesUnknown);

    internal override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
    {
        if (purposes.Table is not { } table)
        {
            return;
        }

        start.RegisterOperationAction(
            context =>
            {
                var invocation = (IInvocationOperation)context.Operation;
                if (purposes.Code.NamesIn(invocation) is not { } argument || ConstantStrings.Written(argument.Value) is not { } names)
                {
                    return;
                }

                foreach (var (place, objection) in names.IsEmpty ? [Nothing(invocation, argument)] : Objections(names, table))
                {
                    if (place.GetLocation() is var location && location.IsByHand(context.IsGeneratedCode))
                    {
                        context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.NamesUnknown, location, objection));
                    }
                }
            },
            OperationKind.Invocation);
    }

    private static (SyntaxNode Place, string Objection) Nothing(IInvocationOperation invocation, IArgumentOperation argument)
    {
        if (argument.ArgumentKind == ArgumentKind.ParamArray)
        {
            var method = invocation.TargetMethod;
            return (OperationNames.NameOf(invocation.Syntax), NamedThing.OfCode.Missing((method.IsExtensionMethod ? "" : method.ContainingType.Name + ".") + method.Name + "()"));
        }

        var written = ConstantStrings.Whole(argument.Value.Syntax);
        return (written, NamedThing.OfCode.Missing(written.ToString()));
    }

    private static IEnumerable<(SyntaxNode Place, string Objection)> Objections(ImmutableArray<WrittenString> names, PolicyTable table)
    {
        foreach (var name in names)
        {
            if (name.Constant.HasValue && NamedThing.OfCode.Objection(table, name.Syntax.ToString(), name.Text) is { } objection)
            {
                yield return (name.Syntax, objection);
            }
        }
    }
}
