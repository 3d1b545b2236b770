// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Email
// proof: reaches
// why: A mapper finds members by their names and copies them without naming one.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.CopiedByReflection;

public sealed class Lead
{
    public string Email { get; set; } = "";

    public string Segment { get; set; } = "";
}

// Declares nothing: copies whatever has the same name.
public static class Copier
{
    public static void Copy(object from, object to)
    {
        foreach (var target in to.GetType().GetProperties())
        {
            if (from.GetType().GetProperty(target.Name) is { } source)
                target.SetValue(to, source.GetValue(from));
        }
    }
}

[ForPurpose("support")]
public static class Desk
{
    public static Lead Qualify(Customer customer)
    {
        var lead = new Lead();
        Copier.Copy(customer, lead);
        return lead;
    }
}

[ForPurpose("marketing")]
public static class Campaign
{
    public static void Invite(Lead lead) => Use.Marketing(lead.Email); //! ECRM2002
}

public static class Case
{
    public static void Run() => Campaign.Invite(Desk.Qualify(Customers.Ada()));
}
