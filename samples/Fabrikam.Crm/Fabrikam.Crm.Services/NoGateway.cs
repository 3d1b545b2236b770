namespace Fabrikam.Crm.Services;

/// <summary>Stands for both providers: a sample sends nothing.</summary>
internal sealed class NoGateway : IMailGateway, ITextGateway
{
    public Task MailAsync(string address, string text) => Task.CompletedTask;

    public Task TextAsync(string number, string text) => Task.CompletedTask;
}
