#if !NET9_0_OR_GREATER
namespace System.Runtime.CompilerServices;

/// <summary>For the compiler, which knows it by name; frameworks before .NET 9 do not have it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property, Inherited = false)]
internal sealed class OverloadResolutionPriorityAttribute(int priority) : Attribute
{
    public int Priority => priority;
}
#endif
