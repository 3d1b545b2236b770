using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Ethics.Crm.Binding;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Ethics.Crm.AspNetCore.Endpoints.Hubs;

/// <summary>Writes the answers of hub methods for the purposes of the methods, results and elements of streams; everything else as it is.</summary>
internal sealed class PurposeHubProtocol(IHubProtocol inner, HostPurposes host) : IHubProtocol
{
    public string Name => inner.Name;

    public int Version => inner.Version;

    public TransferFormat TransferFormat => inner.TransferFormat;

    public bool IsVersionSupported(int version) => inner.IsVersionSupported(version);

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message) => inner.TryParseMessage(ref input, binder, out message);

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output)
    {
        using (Open(message))
            inner.WriteMessage(message, output);
    }

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message)
    {
        using (Open(message))
            return inner.GetMessageBytes(message);
    }

    // What a method sends by itself is written inside its scope; what others send through this connection is theirs.
    private PurposeScope? Open(HubMessage message) => message is CompletionMessage or StreamItemMessage && HubAnswers.Purposes is { } purposes ? host.Enter(purposes) : null;
}
