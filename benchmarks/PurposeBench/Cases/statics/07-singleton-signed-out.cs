// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Signing out overwrites what the session's singleton knew before the newsletter looks.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.SingletonSignedOut;

public sealed class Session
{
    public static readonly Session Current = new();

    public string Address { get; private set; } = "";

    public void SignIn(string address) => Address = address;

    public void SignOut() => Address = "";
}

[ForPurpose("support")]
public static class Desk
{
    public static void Work(Customer customer)
    {
        Session.Current.SignIn(customer.Email);
        Use.Support(Session.Current.Address);
        Session.Current.SignOut();
    }
}

[ForPurpose("newsletter")]
public static class SignUpBox
{
    public static void Render() => Use.Newsletter("Your address: " + Session.Current.Address);
}

public static class Case
{
    public static void Run()
    {
        Desk.Work(Customers.Ada());
        SignUpBox.Render();
    }
}
