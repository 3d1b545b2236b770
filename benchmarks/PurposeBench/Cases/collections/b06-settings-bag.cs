// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two entries under two constant keys; the newsletter reads its own.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.SettingsBag;

public static class Keys
{
    public const string ReplyTo = "reply-to";
    public const string NewsTo = "news-to";
}

public static class ProfileBag
{
    public static IReadOnlyDictionary<string, string> Of(Customer customer) => new Dictionary<string, string>
    {
        [Keys.ReplyTo] = Reply.Address(customer),
        [Keys.NewsTo] = News.Address(customer),
    };
}

[ForPurpose("support")]
public static class Reply
{
    public static string Address(Customer customer) => customer.Email;
}

[ForPurpose("newsletter")]
public static class News
{
    public static string Address(Customer customer) => customer.NewsletterEmail;

    public static void Send(IReadOnlyDictionary<string, string> bag) => Use.Newsletter(bag[Keys.NewsTo]);
}

public static class Case
{
    public static void Run()
    {
        var bag = ProfileBag.Of(Customers.Ada());
        News.Send(bag);
    }
}
