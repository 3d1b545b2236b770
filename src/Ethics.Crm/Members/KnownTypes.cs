using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Members;

/// <summary>What has been found out about types under the policy in force. It holds neither a type that the program has unloaded nor a policy that is in force no more.</summary>
/// <param name="look">Looks at a type under the policy of that moment.</param>
internal sealed class KnownTypes<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(ConditionalWeakTable<Type, T>.CreateValueCallback look)
    where T : class
{
    private volatile OfPolicy? _known;

    public T Of(Type type)
    {
        var runtime = GateRuntime.Current;
        // Whoever looks while the policy is replaced may store the later policy's answer with the earlier one, which nobody asks again.
        if (_known is not { } known || !ReferenceEquals(known.Runtime, runtime))
            _known = known = new OfPolicy(runtime);
        return known.Types.GetValue(type, look);
    }

    private sealed class OfPolicy(GateRuntime runtime)
    {
        public GateRuntime Runtime => runtime;

        public ConditionalWeakTable<Type, T> Types { get; } = new();
    }
}
