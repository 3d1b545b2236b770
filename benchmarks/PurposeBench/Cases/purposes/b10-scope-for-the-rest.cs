// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: From its using declaration to its end the second step works for the newsletter, and there it takes what the first one kept.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.B10ScopeForTheRest;

public sealed class CallWizard
{
    private string? _number;

    public void Finish(Customer caller)
    {
        using (PurposeScope.Enter("support"))
        {
            _number = caller.Phone;
            Use.Support(_number);
        }

        Thank("Thank you for calling");
    }

    private void Thank(string text)
    {
        if (_number is null)
            return;
        using var scope = PurposeScope.Enter("newsletter");
        Use.Newsletter($"{text}: {_number}"); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => new CallWizard().Finish(Customers.Ada());
}
