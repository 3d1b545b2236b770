using Ethics.Crm.Binding;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Ethics.Crm.AspNetCore.Endpoints.Hubs;

/// <summary>Hands out the application's protocols with <see cref="PurposeHubProtocol"/> around them; whichever are registered, also later than we are.</summary>
internal sealed class PurposeHubProtocolResolver : IHubProtocolResolver
{
    private readonly Dictionary<string, IHubProtocol> _byName = new(StringComparer.OrdinalIgnoreCase);

    public PurposeHubProtocolResolver(IEnumerable<IHubProtocol> protocols, HostPurposes host)
    {
        // Of two of one name the later counts, as SignalR has it.
        foreach (var protocol in protocols)
            _byName[protocol.Name] = new PurposeHubProtocol(protocol, host);
        AllProtocols = [.. _byName.Values];
    }

    public IReadOnlyList<IHubProtocol> AllProtocols { get; }

    public IHubProtocol? GetProtocol(string protocolName, IReadOnlyList<string>? supportedProtocols)
    {
        ArgumentNullException.ThrowIfNull(protocolName);
        return _byName.TryGetValue(protocolName, out var protocol) && (supportedProtocols is null || supportedProtocols.Contains(protocolName, StringComparer.OrdinalIgnoreCase)) ? protocol : null;
    }
}
