using System.Text;

namespace Ethics.Crm.Tests.Http;

/// <summary>A stream that makes its bytes when they are asked for.</summary>
internal sealed class LateSource(Func<string?> read) : Stream
{
    private MemoryStream? _bytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => (_bytes ??= new MemoryStream(Encoding.UTF8.GetBytes(read() ?? ""))).Read(buffer, offset, count);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
