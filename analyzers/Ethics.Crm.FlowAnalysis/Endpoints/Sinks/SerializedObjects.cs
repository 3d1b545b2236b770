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
    public bool AreWrittenBy(DeclaredMember method, ImmutableArray<IArgumentOperation> arguments, CancellationToken cancellationToken)
    {
        if (method.IsOurs || !method.Serializes(IsSerializer) || Serializers.Of((IMethodSymbol)method.Definition) is not { } serializer)
        {
            return false;
        }

        foreach (var argument in arguments)
        {
            if (Serializers.Takes(serializer, argument.Parameter) && !MembersOf(WholeObjects.Unconverted(argument.Value).Type, serializer.Kind, cancellationToken).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
