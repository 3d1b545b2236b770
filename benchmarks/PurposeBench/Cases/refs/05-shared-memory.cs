// verdict: violation
// origin: open
// channel: log
// source: Customer.Note
// proof: reaches
// why: A memory is a window on an array that somebody else fills.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.SharedMemory;

public sealed class Screen
{
    private readonly char[] _characters = new char[200];

    public Memory<char> Line => _characters.AsMemory(0, 100);

    public string Render() => new(_characters, 0, 100);
}

[ForPurpose("support")]
public static class Display
{
    public static void Show(Customer customer)
    {
        var screen = new Screen();
        customer.Note.AsMemory().CopyTo(screen.Line);
        Console.WriteLine(screen.Render().TrimEnd('\0')); //! ECRM3002
    }
}

public static class Case
{
    public static void Run() => Display.Show(Customers.Ada());
}
