using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Findings;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Members that reflection reads and of which only the run time knows which they are: that is told where the object has labelled ones.</summary>
internal sealed partial class MethodAnalysis
{
    private void TellReflected(IInvocationOperation call)
    {
        if (call.Arguments is [{ Value: var on }, ..])
        {
            TellReflected(call.Syntax, on, Evaluate(on));
        }
    }

    /// <param name="on">The expression that stands for the object.</param>
    /// <param name="value">What it yields.</param>
    private void TellReflected(SyntaxNode reading, IOperation on, FlowValue value)
    {
        if (LateBound.TypeOf(on) is { TypeKind: not TypeKind.TypeParameter } type)
        {
            TellReflected(reading, type);
            return;
        }

        foreach (var one in value.Objects)
        {
            if (KnownTypeOf(one) is { } known)
            {
                TellReflected(reading, known);
            }
            else if (one is InputObject { IsWaiting: false } input)
            {
                graph.Arrive(new InputArrival(new InputOrigin(input.Input, input.Path), reading, "", "", PurposeNames.None) { Purposes = ImmutableArray<string>.Empty, IsReflected = true });
            }
        }
    }

    private void TellReflected(SyntaxNode reading, ITypeSymbol type)
    {
        foreach (var member in purposes.Wholes.MembersOf(type, cancellationToken))
        {
            if (TypeHierarchy.IsBeneath(type, member.ContainingType))
            {
                solver.Lost(method, new LostValue(reading, SymbolNames.Display(member), LostValue.PerhapsRead));
            }
        }
    }

    /// <summary>A method that is called here reads members of what it is handed by reflection.</summary>
    private void ComeReflected(Substitution call, InputArrival arrival, IReadOnlyList<(IParameterSymbol? Parameter, IOperation Value)> arguments)
    {
        var objects = call.Objects(new InputObject(arrival.Origin.Input, arrival.Origin.Path));
        var given = arrival.Origin is { Path.Text.Length: 0, Input: IParameterSymbol { Ordinal: var ordinal } } ? arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal).Value : null;
        var value = new FlowValue(FlatSet<Taint>.Empty, objects);
        if (given is not null)
        {
            TellReflected(arrival.Syntax, given, value);
            return;
        }

        foreach (var one in objects)
        {
            if (KnownTypeOf(one) is { } known)
            {
                TellReflected(arrival.Syntax, known);
            }
        }
    }
}
