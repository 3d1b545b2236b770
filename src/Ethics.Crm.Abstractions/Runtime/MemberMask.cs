using System.ComponentModel;
using System.Runtime.CompilerServices;
#if !NET8_0_OR_GREATER
using System.Runtime.InteropServices;
#endif

namespace Ethics.Crm.Runtime;

/// <summary>
/// Where the gate finds the purposes that a guarded member is permitted for: a word at an address that never moves. For generated code, which keeps it in a
/// <c>static readonly</c> field: the compiler of the run time then writes the address into each getter, one load fewer than through an object.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct MemberMask
{
    private readonly ulong* _word;

    internal MemberMask(ulong* word) => _word = word;

    internal ulong Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(ref *_word);
    }

    internal void Set(ulong value) => Volatile.Write(ref *_word, value);
}

/// <summary>Words that the garbage collector does not move. Each is given out once.</summary>
internal static unsafe class PinnedWords
{
    private const int ChunkLength = 64;
    private static readonly object Gate = new();
    private static ulong[] _chunk = [];
    private static int _used;

    /// <param name="owner">Has to live as long as the address is used.</param>
    public static MemberMask Take(out object owner)
    {
        lock (Gate)
        {
            if (_used == _chunk.Length)
            {
                _chunk = NewChunk();
                _used = 0;
            }

            owner = _chunk;
            // The chunk stays where it is after this block too: it is pinned for good.
            fixed (ulong* word = &_chunk[_used++])
                return new MemberMask(word);
        }
    }

#if NET8_0_OR_GREATER
    private static ulong[] NewChunk() => GC.AllocateArray<ulong>(ChunkLength, pinned: true);
#else
    private static ulong[] NewChunk()
    {
        var chunk = new ulong[ChunkLength];
        // Never freed: this run time has no other way to keep an array in its place, and a member lives as long as its type.
        GCHandle.Alloc(chunk, GCHandleType.Pinned);
        return chunk;
    }
#endif
}
