// verdict: violation
// origin: open
// channel: research
// source: Customer.Income
// proof: reaches
// why: The constructor sets all required members, and a base class computes from one of them.
using System.Diagnostics.CodeAnalysis;
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.RequiredMembers;

public abstract class Form
{
    public required string Title { get; init; }

    public required int Amount { get; init; }

    public string Heading => $"{Title}: {Amount}";
}

public sealed class LoanForm : Form
{
    [SetsRequiredMembers]
    public LoanForm(int income)
    {
        Title = "Loan";
        Amount = income;
    }
}

[ForPurpose("billing")]
public static class Counter
{
    public static Form Begin(Customer customer) => new LoanForm(customer.Income);
}

[ForPurpose("research")]
public static class FormStudy
{
    public static void Add(Customer customer) => Use.Research(Counter.Begin(customer).Heading); //! ECRM2002
}

public static class Case
{
    public static void Run() => FormStudy.Add(Customers.Ada());
}
