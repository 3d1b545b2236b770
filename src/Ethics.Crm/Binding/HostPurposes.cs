using System.Reflection;
using Ethics.Crm.Decisions;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Binding;

/// <summary>What other packages need to run code of an application for its purposes.</summary>
internal sealed class HostPurposes(CrmHost host)
{
    /// <summary>Another one after each change of the policy: what was found under one policy is found again under the next. Null while there is none.</summary>
    public object? Policy => host.TableOrNull;

    /// <inheritdoc cref="CodePurposes.Of(MethodInfo, Type?, IReadOnlyList{string}?, Policy.PolicyTable?)"/>
    public CodePurposes? Of(MethodInfo method, Type? seen, IReadOnlyList<string>? caller) => CodePurposes.Of(method, seen, caller, host.TableOrNull);

    /// <inheritdoc cref="CodePurposes.Of(Type, IReadOnlyList{string}?, Policy.PolicyTable?)"/>
    public CodePurposes? Of(Type type, IReadOnlyList<string>? caller) => CodePurposes.Of(type, caller, host.TableOrNull);

    /// <summary>Whether the policy declares the purpose.</summary>
    /// <exception cref="InvalidOperationException">The host has not started.</exception>
    public bool Knows(string purpose) => host.Table.Document.Purposes.ContainsKey(purpose);

    /// <summary>The purposes that the policy declares, for messages.</summary>
    /// <exception cref="InvalidOperationException">The host has not started.</exception>
    public IEnumerable<string> Declared => host.Table.Document.Purposes.Keys;

    /// <summary>Opens a scope that belongs to this application, also where several run in one process.</summary>
    /// <exception cref="ArgumentException">No purpose, or a null or blank one.</exception>
    public PurposeScope Enter(string[] purposes) => PurposeScope.Enter(host, purposes);

    /// <summary>From now on a read without purpose is told how an endpoint declares one.</summary>
    public static void TellOfEndpoints() => GateMessages.HasEndpoints = true;
}
