using Ethics.Crm.FlowAnalysis.Solver;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Options: what <c>Configure&lt;T&gt;</c> puts into them, whoever asks <c>IOptions&lt;T&gt;</c> finds. One object stands for all of their type.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Functions that set options run with these.</summary>
    private void Configure(IMethodSymbol target, IReadOnlyList<GivenArgument> arguments)
    {
        if (target.Name is not ("Configure" or "PostConfigure" or "ConfigureAll" or "PostConfigureAll") || !Known.IsOfOptions(target.ContainingType) && target.ContainingType.Name != "OptionsServiceCollectionExtensions")
        {
            return;
        }

        foreach (var (_, value) in arguments)
        {
            if (value.Type is not INamedTypeSymbol { DelegateInvokeMethod.Parameters: [{ Type: INamedTypeSymbol options }, ..] } || !IsOurs(options))
            {
                continue;
            }

            // Whether anything labelled comes there is known when the function has been walked: types of options are few.
            solver.Statics.Enter(options.OriginalDefinition);
            var one = FlowValue.Of(Services.ObjectOf(options));
            switch (Function(value))
            {
                case IFlowAnonymousFunctionOperation lambda:
                    nested.Hand(lambda.Symbol.Parameters[0], one);
                    break;
                case IMethodReferenceOperation group:
                    MethodGroup(group, one);
                    break;
                case var other:
                    RunWith(value, Evaluate(other), [one], [new(null, value)]);
                    break;
            }
        }
    }

    /// <summary>The options that a holder hands out. Null for anything else, and where none are set by the program.</summary>
    private FlowValue? Configured(ISymbol member)
        => member is { Name: "Value" or "CurrentValue" or "Get", ContainingType: { TypeArguments: [INamedTypeSymbol options] } holder } && Known.IsOfOptions(holder) && solver.Statics.IsFollowed(options)
            ? FlowValue.Of(Services.ObjectOf(options))
            : null;
}
