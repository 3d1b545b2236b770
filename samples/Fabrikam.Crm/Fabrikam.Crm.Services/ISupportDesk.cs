using Fabrikam.Crm.Domain;

namespace Fabrikam.Crm.Services;

public interface ISupportDesk
{
    Task<Ticket?> FindAsync(int ticket);

    /// <summary>Whom to call about a ticket, and where.</summary>
    Task<string?> CallBackAsync(int ticket);

    Task<bool> AnswerAsync(int ticket, string answer);
}
