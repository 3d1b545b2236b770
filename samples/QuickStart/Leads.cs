#if MISUSE
namespace QuickStart;

/// <summary>Declares no purpose: it works for whoever calls it.</summary>
public static class Leads
{
    public static string Add(string phone) => new NewsletterJob().Text(phone);
}
#endif
