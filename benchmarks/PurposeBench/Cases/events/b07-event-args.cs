// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: Event arguments are an object; the handler takes the address out of it.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.B07EventArgs;

public sealed class MovedEventArgs(string from, string to) : EventArgs
{
    public string From { get; } = from;

    public string To { get; } = to;
}

[ForPurpose("billing")]
public sealed class AddressBook
{
    public event EventHandler<MovedEventArgs>? Moved;

    public void Move(Customer customer, string from) => Moved?.Invoke(this, new MovedEventArgs(from, customer.Street));
}

[ForPurpose("newsletter")]
public sealed class NewHomeBrochure
{
    public NewHomeBrochure(AddressBook book) => book.Moved += (_, moved) => Use.Newsletter(moved.To); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var book = new AddressBook();
        _ = new NewHomeBrochure(book);
        book.Move(Customers.Ada(), "Old Lane 1");
    }
}
