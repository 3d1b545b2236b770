// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: A profile of support tells the mapper how to fill the lead; marketing reads the lead that was mapped.
using Ethics.Crm;

namespace PurposeBench.Cases.Services.MappingProfile;

public sealed class Lead
{
    public int Number { get; set; }

    public string? Contact { get; set; }
}

public sealed class Mapper<TFrom, TTo>
    where TTo : new()
{
    private readonly List<Action<TFrom, TTo>> _steps = [];

    public Mapper<TFrom, TTo> Member(Action<TFrom, TTo> step)
    {
        _steps.Add(step);
        return this;
    }

    public TTo Map(TFrom from)
    {
        var to = new TTo();
        foreach (var step in _steps)
            step(from, to);
        return to;
    }
}

[ForPurpose("support")]
public static class CallProfile
{
    public static Mapper<Customer, Lead> Create() => new Mapper<Customer, Lead>()
        .Member(static (customer, lead) => lead.Number = customer.Id)
        .Member(static (customer, lead) => lead.Contact = customer.Phone);
}

[ForPurpose("marketing")]
public static class Telesales
{
    public static void Call(Customer customer, Mapper<Customer, Lead> mapper)
    {
        var lead = mapper.Map(customer);
        Use.Marketing(lead.Contact); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Telesales.Call(Customers.Ada(), CallProfile.Create());
}
