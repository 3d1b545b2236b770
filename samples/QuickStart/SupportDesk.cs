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
}
