using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>
/// A mapper that finds members by reflection and copies each, <c>target.SetValue(to, source.GetValue(from))</c>, without naming one: where the types of both objects are known, each member of the one goes into the member
/// of its name in the other. Where they are not, callers say them.
/// </summary>
internal sealed partial class MethodAnalysis
{
    private void CopyMembers(IInvocationOperation writing, FlowValue to)
    {
        if (bodies.OperationAt(writing.Syntax, cancellationToken) is not IInvocationOperation whole || LateBound.CopiedFrom(whole) is not { } from)
        {
            return;
        }

        var asked = TypeParameterOf(writing.Arguments[0].Value);
        foreach (var source in Evaluate(from).Objects)
        {
            foreach (var target in to.Objects)
            {
                Copy(writing, from, source, TypeParameterOf(from), target, asked);
            }
        }
    }

    private ITypeParameterSymbol? TypeParameterOf(IOperation operation) => Through(operation).Type as ITypeParameterSymbol;

    /// <param name="given">What stands for the object whose members are read.</param>
    /// <param name="seenAs">The type parameter as which it is seen.</param>
    /// <param name="asked">The same of the object that gets them.</param>
    private void Copy(IOperation copying, IOperation given, HeapObject source, ITypeSymbol? seenAs, HeapObject target, ITypeSymbol? asked)
    {
        var (from, to) = (seenAs as INamedTypeSymbol ?? KnownTypeOf(source), asked as INamedTypeSymbol ?? KnownTypeOf(target));
        if (from is null || to is null)
        {
            if (source is InputObject { IsWaiting: false } input)
            {
                graph.Arrive(new InputArrival(new InputOrigin(input.Input, input.Path), copying.Syntax, "", "", PurposeNames.None) { Purposes = ImmutableArray<string>.Empty, Copied = new(target, asked as ITypeParameterSymbol), CalledAs = seenAs as ITypeParameterSymbol });
            }

            return;
        }

        var code = PurposesAt(copying.Syntax);
        foreach (var member in WholeObjects.Members(from))
        {
            if (MembersByName.Of(to, member.Name) is not (IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod: not null }))
            {
                continue;
            }

            var labels = purposes.Labels.Of(member, cancellationToken);
            var value = labels.IsEmpty ? ReadPart(copying, member, FlowValue.Of(source)) : FlowValue.Of([Source(new LabelledRead(new MemberRead(member, given, given.Syntax), labels), code)]);
            if (!labels.IsEmpty && code.IsUndeclared)
            {
                solver.Reads(method);
            }

            if (!value.IsNone)
            {
                PutLate(copying, given, MembersByName.Of(to, member.Name)!, FlowValue.Of(target), value, replaces: false);
            }
        }
    }

    /// <summary>A method that is called here copies members of what it is handed.</summary>
    private void ComeCopied(Substitution call, InputArrival arrival, CopyOfMembers copied, IOperation operation, IReadOnlyList<GivenArgument> arguments)
    {
        var given = arrival.Origin is { Path.Text.Length: 0, Input: IParameterSymbol { Ordinal: var ordinal } } ? arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value : null;
        var seenAs = arrival.CalledAs is ITypeParameterSymbol source ? call.TypeFor(source) : given is null ? null : Named(Through(given).Type);
        var asked = copied.As is { } target ? call.TypeFor(target) : null;
        foreach (var from in call.Objects(new InputObject(arrival.Origin.Input, arrival.Origin.Path)))
        {
            foreach (var to in call.Objects(copied.To))
            {
                Copy(operation, given ?? operation, from, KnownTypeOf(from) ?? seenAs, to, asked);
            }
        }
    }

    private static ITypeSymbol? Named(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } ? type : null;
}
