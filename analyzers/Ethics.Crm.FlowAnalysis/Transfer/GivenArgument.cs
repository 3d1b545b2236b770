using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What a call is given. An object, as whatever lists hold here: for structs of others the run time has no machine code.</summary>
/// <param name="Parameter">Null where it is not known to which parameter it goes.</param>
internal sealed record GivenArgument(IParameterSymbol? Parameter, IOperation Value);
