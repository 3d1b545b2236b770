// verdict: violation
// origin: blind
// channel: log
// source: Customer.Email
// proof: reaches
// why: The mailer is decorated by one that logs what it is about to send.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Services.LoggingDecorator;

public sealed record Mail(string To, string Text);

public interface IMailer
{
    ValueTask SendAsync(Mail mail);
}

[ForPurpose("support")]
public sealed class SmtpMailer : IMailer
{
    public ValueTask SendAsync(Mail mail)
    {
        Use.Support(mail.To);
        return ValueTask.CompletedTask;
    }
}

public sealed class RetryingMailer(IMailer inner) : IMailer
{
    public ValueTask SendAsync(Mail mail) => inner.SendAsync(mail);
}

public sealed class LoggingMailer(IMailer inner, ILogger<LoggingMailer> logger) : IMailer
{
    public async ValueTask SendAsync(Mail mail)
    {
        await inner.SendAsync(mail);
        logger.LogInformation("{Length} characters went to {Recipient}", mail.Text.Length, mail.To); //! ECRM3002
    }
}

[ForPurpose("support")]
public sealed class TicketService(IMailer mailer)
{
    public async Task CloseAsync(Customer customer) => await mailer.SendAsync(new Mail(customer.Email, "Closed."));
}

public static class Case
{
    public static Task Run()
    {
        IMailer mailer = new LoggingMailer(new RetryingMailer(new SmtpMailer()), Logs.Of<LoggingMailer>());
        return new TicketService(mailer).CloseAsync(Customers.Ada());
    }
}
