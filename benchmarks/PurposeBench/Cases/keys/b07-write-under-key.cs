// verdict: violation
// origin: blind
// channel: stored:Entity.new_newsletteraddress
// source: Customer.Email
// proof: reaches
// why: Writing under a labelled key is a store into a labelled member that permits more.
namespace PurposeBench.Cases.Keys.B07WriteUnderKey;

public sealed class Entity(string logicalName)
{
    private readonly Dictionary<string, object?> _attributes = new(StringComparer.Ordinal);

    public string LogicalName { get; } = logicalName;

    public object? this[string attributeName]
    {
        get => _attributes.GetValueOrDefault(attributeName);
        set => _attributes[attributeName] = value;
    }
}

public static class ContactMigration
{
    public static Entity ToEntity(Customer customer)
    {
        var entity = new Entity("contact");
        entity["new_segment"] = customer.Segment;
        entity["new_newsletteraddress"] = customer.Email; //! ECRM2007
        return entity;
    }
}

public static class Case
{
    public static void Run()
    {
        var entity = ContactMigration.ToEntity(Customers.Ada());
        Use.Stored("Entity.new_newsletteraddress", entity["new_newsletteraddress"]);
    }
}
