using Ethics.Crm;

namespace QuickStart;

/// <summary>Sends the newsletter: everything here works for <c>newsletter</c>, which rests on consent.</summary>
[ForPurpose(Purposes.Newsletter)]
public sealed class NewsletterJob
{
    public string Send(Contact contact)
    {
        using (PurposeScope.Enter(Purposes.Newsletter))
            return $"mail to {contact.Email}";
    }

#if MISUSE
    // The phone number was given to the support desk. The build says so, and the running program refuses.
    public string SendText(Contact contact)
    {
        using (PurposeScope.Enter(Purposes.Newsletter))
            return $"text to {contact.Phone}";
    }

    public string Text(string phone) => $"text to {phone}";
#endif
}
