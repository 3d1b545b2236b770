using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.Findings;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Objects that a serialiser writes out: it reads each member that it does not leave out, and what it writes tells all of them.</summary>
internal sealed partial class MethodAnalysis
{
    /// <param name="values">The one of the object gets the labels of its members.</param>
    private void Serialize(IMethodSymbol target, IReadOnlyList<(IParameterSymbol? Parameter, IOperation Value)> arguments, FlowValue[] values)
    {
        if (arguments.Count == 0 || !IsFromElsewhere(target) || Serializers.Of(target) is not { } serializer)
        {
            return;
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (Serializers.Takes(serializer, arguments[i].Parameter))
            {
                values[i] = values[i].With(Written(target, serializer.Kind, arguments[i].Value, values[i]));
            }
        }
    }

    /// <summary>Objects that are made of a text again have their labels where their members are read: the others of their members do not hold them.</summary>
    private void Deserialize(IOperation operation, IMethodSymbol target, FlowValue owner, FlowValue[] values)
    {
        if ((values.Length == 0 && owner.IsNone) || !IsFromElsewhere(target) || Serializers.Reads(target) is not { } kind)
        {
            return;
        }

        var members = purposes.Serialized.MembersOf(Known.Awaited(operation.Type), kind, cancellationToken);
        for (var i = 0; i < values.Length && !members.IsEmpty; i++)
        {
            values[i] = new FlowValue(values[i].Taints.Where(taint => taint.Origin is not ReadOrigin { Read.Read.Member: var member } || !members.Contains(member, SymbolEqualityComparer.Default)), values[i].Objects);
        }
    }

    private List<Taint> Written(IMethodSymbol target, SerializerKind kind, IOperation given, FlowValue value)
    {
        var written = new List<Taint>();
        var isTold = false;
        var code = PurposesAt(given.Syntax);
        var types = value.Objects.OfType<MadeObject>().Select(static one => one.Type).Append(Through(given).Type).Distinct<ITypeSymbol?>(SymbolEqualityComparer.Default);
        foreach (var member in types.SelectMany(type => purposes.Serialized.MembersOf(type, kind, cancellationToken)).Distinct(SymbolEqualityComparer.Default))
        {
            var read = new LabelledRead(new MemberRead(member, given, given.Syntax), purposes.Labels.Of(member, cancellationToken));
            var taint = Source(read, code);
            written.Add(taint);

            // The first member that may not be written stands for all of them.
            if (!isTold && code is { IsUndeclared: false, IsUnknown: false, IsNever: false } && Keys(code.Names).Any(name => !IsPermitted(read, name)))
            {
                isTold = true;
                solver.Found(method, new FlowFinding((ReadOrigin)taint.Origin, given.Syntax, SymbolNames.Display(target), Sink.Serializer.Name) { Sink = Sink.Serializer, Purposes = code.Names, Trail = taint.Trail });
            }
        }

        return written;
    }
}
