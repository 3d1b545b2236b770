// verdict: violation
// origin: open
// channel: marketing.email
// source: Customer.Email
// proof: reaches
// why: A runner creates the handler that its type argument names and hands it the text.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.HandlerByTypeArgument;

public interface IHandler
{
    void Handle(string text);
}

[ForPurpose("support")]
public sealed class AnswerHandler : IHandler
{
    public void Handle(string text) => Use.Support(text);
}

[ForPurpose("marketing.email")]
public sealed class OfferHandler : IHandler
{
    public void Handle(string text) => Use.MarketingEmail(text);
}

// Declares nothing: it works for whoever calls it.
public sealed class Runner<THandler>
    where THandler : IHandler, new()
{
    private readonly THandler _handler = new();

    public void Run(string text) => _handler.Handle(text); //! ECRM2002
}

[ForPurpose("support")]
public static class TicketClosed
{
    public static void Raise(Customer customer)
    {
        new Runner<AnswerHandler>().Run(customer.Email);
        new Runner<OfferHandler>().Run(customer.Email);
    }
}

public static class Case
{
    public static void Run() => TicketClosed.Raise(Customers.Ada());
}
