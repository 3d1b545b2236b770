using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;
using QuickStart;

using var provider = new ServiceCollection().AddEthicsCrm().Services.BuildServiceProvider();
provider.UseEthicsCrm();
var consent = provider.GetRequiredService<IConsentLedger>();

var ada = new Contact { Id = 1, Name = "Ada", Email = "ada@fabrikam.example", Phone = "555-0100" };
var person = SubjectKey.Of(ada);

Try("no purpose", () => ada.Email);
Try("support", () => new SupportDesk().CallBack(ada));
Try("newsletter, never asked", () => new NewsletterJob().Send(ada));

await consent.GrantAsync(person, Purposes.Newsletter);
Try("newsletter, consent given", () => new NewsletterJob().Send(ada));

await consent.WithdrawAsync(person, Purposes.Newsletter);
Try("newsletter, withdrawn", () => new NewsletterJob().Send(ada));

#if MISUSE
await consent.GrantAsync(person, Purposes.Newsletter);
Try("newsletter texts, consent given", () => new NewsletterJob().SendText(ada));
Try("support, handed on", () => new SupportDesk().Recommend(ada));
#endif

static void Try(string situation, Func<string> use)
{
    try
    {
        Console.WriteLine($"{situation,-34}{use()}");
    }
    catch (PurposeViolationException refused)
    {
        Console.WriteLine($"{situation,-34}REFUSED: {refused.Message}");
    }
}
