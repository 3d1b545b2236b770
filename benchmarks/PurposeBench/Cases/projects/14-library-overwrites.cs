// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The library takes the number out of the message before it hands it back.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.LibraryOverwrites;

[ForPurpose("support")]
public static class Desk
{
    public static Message Prepare(Customer customer)
    {
        var message = new Message { Number = customer.Phone, Text = "We tried to call you" };
        Use.Support(message.Number);
        return message.WithoutPerson();
    }
}

[ForPurpose("marketing")]
public static class Campaign
{
    public static void Learn(Message message) => Use.Marketing($"{message.Number ?? "-"} {message.Text}");
}

public static class Case
{
    public static void Run() => Campaign.Learn(Desk.Prepare(Customers.Ada()));
}
