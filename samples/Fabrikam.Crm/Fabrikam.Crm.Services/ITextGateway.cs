using Ethics.Crm;

namespace Fabrikam.Crm.Services;

/// <summary>Contoso Text, to which phone numbers are disclosed.</summary>
public interface ITextGateway
{
    Task TextAsync([DisclosesTo(Recipients.TextProvider)] string number, string text);
}
