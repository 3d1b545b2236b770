using System.Net.Sockets;
using System.Text;

namespace Ethics.Crm.AspNetCore.Benchmarks;

/// <summary>One connection that stays open, and as little of a client as HTTP allows: its own time is in both sides of a ratio.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[4096];

    public Connection(Uri address) => _socket.Connect(address.Host, address.Port);

    public static byte[] Request(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");

    public void Get(byte[] request)
    {
        _socket.Send(request);
        var length = 0;
        while (true)
        {
            length += _socket.Receive(_buffer.AsSpan(length));
            var text = _buffer.AsSpan(0, length);
            if (!text.StartsWith("HTTP/1.1 200"u8))
                throw new InvalidOperationException("The endpoint did not answer as it should: " + Encoding.ASCII.GetString(text[..Math.Min(length, 40)]));
            // In chunks, as JSON and text are sent.
            if (text.EndsWith("0\r\n\r\n"u8))
                return;
        }
    }

    public void Dispose() => _socket.Dispose();
}
