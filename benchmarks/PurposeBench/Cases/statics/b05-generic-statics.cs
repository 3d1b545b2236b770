// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: Each closed generic type has statics of its own; the newsletter asks the one that never held a phone.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.B05GenericStatics;

public sealed class HotlineDesk;

public sealed class NewsDesk;

public static class LastUsed<TDesk>
{
    public static string Contact { get; set; } = "";
}

[ForPurpose("support")]
public static class Hotline
{
    public static void TakeCall(Customer customer) => LastUsed<HotlineDesk>.Contact = customer.Phone ?? "";
}

[ForPurpose("newsletter")]
public static class WeeklyMail
{
    public static void Subscribe(Customer customer) => LastUsed<NewsDesk>.Contact = customer.NewsletterEmail;

    public static void Repeat() => Use.Newsletter(LastUsed<NewsDesk>.Contact);
}

public static class Case
{
    public static void Run()
    {
        var customer = Customers.Ada();
        Hotline.TakeCall(customer);
        WeeklyMail.Subscribe(customer);
        WeeklyMail.Repeat();
    }
}
