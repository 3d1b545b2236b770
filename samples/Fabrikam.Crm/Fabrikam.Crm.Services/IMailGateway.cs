using Ethics.Crm;

namespace Fabrikam.Crm.Services;

/// <summary>Contoso Mail, to which addresses are disclosed.</summary>
public interface IMailGateway
{
    Task MailAsync([DisclosesTo(Recipients.MailProvider)] string address, [DisclosesTo(Recipients.MailProvider)] string text);
}
