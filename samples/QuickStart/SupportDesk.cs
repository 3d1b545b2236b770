using Ethics.Crm;

namespace QuickStart;

/// <summary>Answers customers: everything here works for <c>support</c>.</summary>
[ForPurpose(Purposes.Support)]
public sealed class SupportDesk
{
    public string CallBack(Contact contact)
    {
        using (PurposeScope.Enter(Purposes.Support))
            return $"call {contact.Name} at {contact.Phone}";
    }

#if MISUSE
    // A permitted read, whose value is handed on. The running program cannot stop it any more; the build follows the value.
    public string Recommend(Contact contact)
    {
        using (PurposeScope.Enter(Purposes.Support))
            return Leads.Add(contact.Phone);
    }
#endif
}
