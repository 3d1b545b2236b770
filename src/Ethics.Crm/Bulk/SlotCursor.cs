#if NET8_0_OR_GREATER
using System.Numerics;
#endif
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Bulk;

/// <summary>How far somebody has come who goes through the slots of many objects.</summary>
internal sealed class SlotCursor
{
    /// <summary>How many objects are judged in a row at most: the bits of a word.</summary>
    public const int Longest = 64;

    // What is asked. Fields, as those beneath: compiled code reads and writes them at each call.
    public ulong Wanted;
    public ulong Host;
    public GateRuntime? Runtime;
    public Type? Type;

    /// <summary>The first object that has not been judged.</summary>
    public int At;

    /// <summary>Of a run of objects, those whose people allow it: the lowest bit is the first.</summary>
    public ulong Allowed;

    /// <summary>Why others refuse: a run ends at an object with other reasons. Null for none.</summary>
    public RefusingOwner? Reasons;

    /// <summary>Asks this from now on, of a row that begins anew, with no reason given yet: the last one may have been another since.</summary>
    public void Ask(SlotQuestion question)
    {
        (Wanted, Host, Runtime, Type) = (question.Wanted, question.Host, question.Runtime, question.Type);
        (At, Allowed, Reasons) = (0, 0, null);
    }

    /// <summary>The first object of a row that a word stands for.</summary>
    /// <param name="bits">Not zero.</param>
    public static int FirstOf(ulong bits)
    {
#if NET8_0_OR_GREATER
        return BitOperations.TrailingZeroCount(bits);
#else
        var place = 0;
        for (; (bits & 1) == 0; bits >>= 1)
            place++;
        return place;
#endif
    }
}
