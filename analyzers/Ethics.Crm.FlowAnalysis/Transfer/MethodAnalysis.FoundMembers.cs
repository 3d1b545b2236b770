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
        var whole = bodies.OperationAt(call.Syntax, cancellationToken) as IInvocationOperation ?? call;
        if (LateBound.Reflected(whole) is not null)
        {
            // It is known, and has no label.
            return;
        }

        if (LateBound.DescribedIn(whole) is { } described)
        {
            if (described is ITypeParameterSymbol asked)
            {
                ArriveReflected(new InputOrigin(method, AccessPath.Root), call.Syntax, asked);
            }
            else
            {
                TellReflected(call.Syntax, described);
            }
        }
        else if (LateBound.ObjectOf(call) is { } on)
        {
            TellReflected(call.Syntax, on, Evaluate(on), LateBound.NameOf(whole));
        }
    }

    /// <param name="on">The expression that stands for the object.</param>
    /// <param name="value">What it yields.</param>
    /// <param name="name">The name of the member, where the body says it.</param>
    private void TellReflected(SyntaxNode reading, IOperation on, FlowValue value, string? name)
    {
        switch (LateBound.TypeOf(on))
        {
            case ITypeParameterSymbol asked when asked.ConstraintTypes.IsEmpty:
                ArriveReflected(new InputOrigin(method, AccessPath.Root), reading, asked);
                return;
            case { TypeKind: not TypeKind.TypeParameter } type:
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
                ArriveReflected(new InputOrigin(input.Input, input.Path), reading, null);
                if (name is not null && input is { Path.Text.Length: 0, Input: IParameterSymbol } && !solver.IsCalled(method))
                {
                    TellNamed(reading, name);
                }
            }
        }
    }

    private void ArriveReflected(InputOrigin origin, SyntaxNode reading, ITypeSymbol? type)
        => graph.Arrive(new InputArrival(origin, reading, "", "", PurposeNames.None) { Purposes = ImmutableArray<string>.Empty, IsReflected = true, CalledAs = type });

    /// <summary>Nobody in the program hands the object over, and something labelled has the name.</summary>
    private void TellNamed(SyntaxNode reading, string name)
    {
        foreach (var member in solver.NamedDynamically(name))
        {
            if (member is not IMethodSymbol && !purposes.Labels.Of(member, cancellationToken).IsEmpty)
            {
                solver.Lost(method, new LostValue(reading, SymbolNames.Display(member), LostValue.PerhapsRead));
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
    private void ComeReflected(Substitution call, InputArrival arrival, IReadOnlyList<GivenArgument> arguments)
    {
        if (arrival.CalledAs is ITypeParameterSymbol asked)
        {
            ComeReflected(call.TypeFor(asked), arrival);
            return;
        }

        var objects = call.Objects(new InputObject(arrival.Origin.Input, arrival.Origin.Path));
        var given = arrival.Origin is { Path.Text.Length: 0, Input: IParameterSymbol { Ordinal: var ordinal } } ? arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value : null;
        var value = new FlowValue(FlatSet<Taint>.Empty, objects);
        if (given is not null)
        {
            TellReflected(arrival.Syntax, given, value, null);
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

    /// <summary>The type of what is read is one that the caller names.</summary>
    private void ComeReflected(ITypeSymbol? type, InputArrival arrival)
    {
        if (type is ITypeParameterSymbol own)
        {
            ArriveReflected(new InputOrigin(method, AccessPath.Root), arrival.Syntax, own);
        }
        else if (type is not null)
        {
            TellReflected(arrival.Syntax, type);
        }
    }
}
