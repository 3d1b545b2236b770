using System.Runtime.CompilerServices;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Events of the framework: who listens to an object is told of what is put into it, or handed to it (<c>CollectionChanged</c>, <c>DoWork</c>).</summary>
internal sealed partial class MethodAnalysis
{
    private static readonly ConditionalWeakTable<ITypeSymbol, IEventSymbol[]> Events = new();

    /// <summary>Hands those who listen what the object is handed: as part of what they get, whatever the object makes of it.</summary>
    /// <param name="type">The type by which the object is called.</param>
    private void Tell(IOperation operation, FlowValue owner, ITypeSymbol? type, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        if (type is null || owner.Objects.IsEmpty || arguments.Count == 0 || IsOurs(type))
        {
            return;
        }

        foreach (var listened in Events.GetValue(type, EventsOf))
        {
            var listening = store.Read(owner, Segment.Of(listened));
            if (listening.Objects.IsEmpty || listened.Type is not INamedTypeSymbol { DelegateInvokeMethod.Parameters: [_, { Type: var told }] })
            {
                continue;
            }

            // Each event tells in a form of its own.
            var made = new MadeObject(operation.Syntax, null) { Part = "told/" + Segment.Of(listened), SeenAs = told };
            foreach (var value in values)
            {
                Write(made, Segment.Unknown, value, false);
            }

            Runs(operation.Syntax, null, listening);
            RunWith(operation, listening, [owner.Unlabelled(), FlowValue.Of(made)], [new(null, arguments[0].Value), new(null, arguments[0].Value)]);
        }
    }

    private static IEventSymbol[] EventsOf(ITypeSymbol type)
    {
        var found = new List<IEventSymbol>();
        for (var current = type.TypeKind is TypeKind.Class or TypeKind.Interface ? type : null; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            found.AddRange(current.GetMembers().OfType<IEventSymbol>().Where(static one => !one.IsStatic));
        }

        return [.. found];
    }
}
