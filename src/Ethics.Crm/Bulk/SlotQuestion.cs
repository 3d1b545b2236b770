using System.Runtime.CompilerServices;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Bulk;

/// <summary>What is asked of the slots of many objects.</summary>
/// <param name="Wanted">The purpose and the code of the host.</param>
/// <param name="Host">The code of the host alone. A slot that carries it is of this host, because whatever carries a code holds its host.</param>
/// <param name="Runtime">The policy for which this was asked.</param>
/// <param name="Type">The class of the objects.</param>
internal sealed record SlotQuestion(ulong Wanted, ulong Host, GateRuntime Runtime, Type Type)
{
    /// <summary>The people allow it.</summary>
    public const int Yes = 1;

    /// <summary>They refuse it.</summary>
    public const int No = 0;

    /// <summary>The slot does not say, or is not there: look closer.</summary>
    public const int Unknown = -1;

    // A slot that has been retired has the bit that nobody permits, and speaks for nobody.
    private const ulong Speaks = HostCodes.Mask | PurposeBits.NeverPermitted;

    /// <summary>What a slot says that an object holds.</summary>
    public int AnswerOf(ConsentSlot held) => Answer(held, Wanted, Host, Runtime);

    /// <summary>The same of the object's place for a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Answer<TKey>(ref SubjectSlot<TKey> slot, TKey key, ulong wanted, ulong host, GateRuntime runtime) =>
        SlotLook.Held(ref slot, key) is { } held ? Answer(held, wanted, host, runtime) : Unknown;

    /// <summary>The same, and no is said only for the reasons that are expected.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int AnswerFor<TKey>(ref SubjectSlot<TKey> slot, TKey key, ulong wanted, ulong host, GateRuntime runtime, RefusingOwner? reasons)
    {
        if (SlotLook.Held(ref slot, key) is not { } held)
            return Unknown;
        // In this order: a slot that the people changed meanwhile has lost its reasons before it says something else.
        var answer = Answer(held, wanted, host, runtime);
        return answer != No || (reasons is not null && ReferenceEquals(held.Reasons, reasons)) ? answer : Unknown;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Answer(ConsentSlot held, ulong wanted, ulong host, GateRuntime runtime)
    {
        var allowed = held.Allowed;
        // Policy and people must be of one policy, or something could pass that neither permits.
        if (!ReferenceEquals(GateRuntime.Current, runtime))
            return Unknown;
        if ((allowed & Speaks) != host)
            return Unknown;
        return (wanted & ~allowed) == 0 ? Yes : No;
    }
}
