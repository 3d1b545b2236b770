// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Born
// proof: differs
// why: A field initialiser computes from the parameter of the primary constructor.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.FieldInitialiser;

public sealed class Patient(DateOnly born, string desk)
{
    private readonly int _decade = born.Year / 10 * 10;

    public string Desk { get; } = desk;

    public string Group => $"born in the {_decade}s";
}

[ForPurpose("support")]
public static class Reception
{
    public static Patient Admit(Customer customer) => new(customer.Born, "front");
}

[ForPurpose("analytics")]
public static class AgeGroups
{
    public static void Count(Customer customer) => Use.Analytics(Reception.Admit(customer).Group); //! ECRM2002
}

public static class Case
{
    public static void Run() => AgeGroups.Count(Customers.Ada());
}
