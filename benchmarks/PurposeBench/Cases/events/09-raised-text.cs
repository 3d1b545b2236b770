// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: The argument of the raise is the value itself; one of two listeners works for the newsletter.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.RaisedText;

[ForPurpose("support")]
public sealed class CallList
{
    public event Action<string>? NumberAdded;

    public void Add(Customer customer)
    {
        if (customer.Phone is { Length: > 3 } number)
            NumberAdded?.Invoke(number); //! ECRM2002
    }
}

[ForPurpose("support")]
public sealed class WallBoard
{
    public void Show(string number) => Use.Support(number);
}

[ForPurpose("newsletter")]
public sealed class TextIssue
{
    public void Register(string number) => Use.Newsletter(number);
}

public static class Case
{
    public static void Run()
    {
        var list = new CallList();
        list.NumberAdded += new WallBoard().Show;
        list.NumberAdded += new TextIssue().Register;
        list.Add(Customers.Ada());
    }
}
