using Ethics.Crm;

namespace PurposeBench.Cases.Projects.SharedMapper;

public sealed class Reach
{
    public string Primary { get; init; } = "";

    public string Language { get; init; } = "en";
}

public sealed class ContactRow
{
    public int Key { get; init; }

    public Reach Reach { get; init; } = new();
}

[ForPurpose("support")]
public static class ContactMapper
{
    public static ContactRow Map(Customer customer) => new() { Key = customer.Id, Reach = new Reach { Primary = customer.Email } };
}
