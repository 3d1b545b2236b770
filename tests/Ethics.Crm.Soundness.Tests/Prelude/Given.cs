namespace Soundness;

/// <summary>What generated programs know only when they run.</summary>
public static class Given
{
    internal static Func<string, string> Texts { get; set; } = static member => member;

    internal static Func<int, bool> Bits { get; set; } = static _ => false;

    /// <summary>The first content of a labelled member.</summary>
    public static string Text(string member) => Texts(member);

    public static bool Bit(int number) => Bits(number);
}
