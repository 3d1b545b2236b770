// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two undeclared wrappers hand a function and its argument on; the inner one brings them together.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.TwoWrappers;

public static class Retry
{
    public static void Twice<T>(Action<T> action, T argument)
    {
        try
        {
            Once(action, argument);
        }
        catch (TimeoutException)
        {
            Once(action, argument);
        }
    }

    private static void Once<T>(Action<T> action, T argument) => action(argument); //! ECRM2002
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    public static void Welcome(string to) => Use.Newsletter(to);
}

[ForPurpose("support")]
public static class AnswerDesk
{
    public static void Close(Customer customer) => Retry.Twice(Recruiting.Welcome, customer.Email);
}

public static class Case
{
    public static void Run() => AnswerDesk.Close(Customers.Ada());
}
