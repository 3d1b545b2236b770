using System.Collections.Concurrent;
using Fabrikam.Crm.Services;

namespace Ethics.Crm.Fabrikam.Tests;

/// <summary>Both providers, which keep what reaches them.</summary>
public sealed class SentMessages : IMailGateway, ITextGateway
{
    public ConcurrentQueue<string> Mails { get; } = [];

    public ConcurrentQueue<string> Texts { get; } = [];

    public Task MailAsync(string address, string text)
    {
        Mails.Enqueue(address);
        return Task.CompletedTask;
    }

    public Task TextAsync(string number, string text)
    {
        Texts.Enqueue(number);
        return Task.CompletedTask;
    }
}
