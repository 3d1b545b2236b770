using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Values that lie in the process under a name. They are as a static dictionary, followed as soon as something labelled comes there.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Null for a method that does nothing with them.</summary>
    private FlowValue? InProcess(IOperation operation, IMethodSymbol target, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        if (ProcessValues.Of(target) is not { } keeper)
        {
            return null;
        }

        var isFollowed = solver.Statics.IsFollowed(keeper);
        var all = new InputObject(keeper.ContainingType, new AccessPath(Segment.Of(keeper)));
        var name = Segment.Elements;
        var value = FlowValue.None;
        for (var i = 0; i < values.Length; i++)
        {
            switch (arguments[i].Parameter?.Ordinal ?? i)
            {
                case 0 when arguments[i].Value.Type?.SpecialType == SpecialType.System_String:
                    name = ElementUnder(arguments[i].Value);
                    break;
                case 1:
                    value = values[i];
                    break;
            }
        }

        if (!target.ReturnsVoid)
        {
            return !isFollowed ? FlowValue.None : target.Name[target.Name.Length - 1] == 's' ? FlowValue.Of(all) : store.Read(all, name);
        }

        if (isFollowed)
        {
            at = OperationNames.NameOf(operation.Syntax);
            Write(all, name, value, name != Segment.Elements);
        }
        else
        {
            Enter(keeper, operation.Syntax, value);
        }

        return FlowValue.None;
    }
}
