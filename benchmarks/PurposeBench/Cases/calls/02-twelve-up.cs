// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Support returns the address through twelve methods; the newsletter calls the uppermost.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.TwelveUp;

[ForPurpose("support")]
public static class Desk
{
    public static string Step12(Customer customer) => Step11(customer);

    private static string Step11(Customer customer) => Step10(customer);

    private static string Step10(Customer customer) => Step9(customer);

    private static string Step9(Customer customer) => Step8(customer).Trim();

    private static string Step8(Customer customer) => Step7(customer);

    private static string Step7(Customer customer) => Step6(customer);

    private static string Step6(Customer customer)
    {
        var text = Step5(customer);
        return text;
    }

    private static string Step5(Customer customer) => Step4(customer);

    private static string Step4(Customer customer) => Step3(customer);

    private static string Step3(Customer customer) => "<" + Step2(customer) + ">";

    private static string Step2(Customer customer) => Step1(customer);

    private static string Step1(Customer customer) => customer.Email;
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer)
    {
        var to = Desk.Step12(customer); //! ECRM2002
        Use.Newsletter(to);
    }
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
