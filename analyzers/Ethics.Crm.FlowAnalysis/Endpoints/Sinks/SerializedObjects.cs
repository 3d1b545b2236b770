using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Sinks;

/// <summary>The labelled members that a serialiser writes of an object, each kind of serialiser by its own attributes. Thread-safe.</summary>
internal sealed class SerializedObjects
{
    private static readonly Func<IMethodSymbol, bool> IsSerializer = static method => Serializers.Of(method) is not null;

    private readonly WholeObjects[] kinds;

    public SerializedObjects(MemberLabels labels)
        => kinds = Enum.GetValues(typeof(SerializerKind)).Cast<SerializerKind>().Select(kind => new WholeObjects(labels, member => Serializers.IsWritten(member, kind))).ToArray();

    /// <summary>Those that the type declares or reaches, nearest first.</summary>
    public ImmutableArray<ISymbol> MembersOf(ITypeSymbol? type, SerializerKind kind, CancellationToken cancellationToken) => kinds[(int)kind].MembersOf(type, cancellationToken);

    /// <summary>Whether a call hands an object with labelled members to a serialiser that writes one of them.</summary>
    public SerializedReads WrittenBy(DeclaredMember method, ImmutableArray<IArgumentOperation> arguments, CancellationToken cancellationToken)
    {
        if (method.IsOurs || !method.Serializes(IsSerializer) || Serializers.Of((IMethodSymbol)method.Definition) is not { } serializer)
        {
            return SerializedReads.None;
        }

        var reads = SerializedReads.None;
        foreach (var argument in arguments)
        {
            if (!Serializers.Takes(serializer, argument.Parameter) || WholeObjects.Unconverted(argument.Value).Type is not { } type)
            {
                continue;
            }

            if (!MembersOf(type, serializer.Kind, cancellationToken).IsEmpty)
            {
                return SerializedReads.Known;
            }

            reads = OpenTypes.Leads(type, serializer.Kind) ? SerializedReads.KnownToCallers : reads;
        }

        return reads;
    }
}

/// <summary>Whether a serialiser reads a labelled member.</summary>
internal enum SerializedReads
{
    None,

    /// <summary>What is written has one.</summary>
    Known,

    /// <summary>The type of what is written does not tell it; the object does, or whoever hands it over.</summary>
    KnownToCallers,
}
