// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The wrappers are used twice, each time with a function and the argument that belongs to it.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.TwoWrappersTwoPairs;

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

    private static void Once<T>(Action<T> action, T argument) => action(argument);
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(string to) => Use.Newsletter(to);

    public static void SendAll(Customer customer) => Retry.Twice(Send, customer.NewsletterEmail);
}

[ForPurpose("support")]
public static class AnswerDesk
{
    public static void Answer(string to) => Use.Support(to);

    public static void Close(Customer customer) => Retry.Twice(Answer, customer.Email);
}

public static class Case
{
    public static void Run()
    {
        Issue.SendAll(Customers.Ada());
        AnswerDesk.Close(Customers.Ada());
    }
}
