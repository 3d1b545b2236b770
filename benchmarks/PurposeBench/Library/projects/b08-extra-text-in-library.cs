using Ethics.Crm;

namespace PurposeBench.Cases.Projects.B08ExtraTextInLibrary;

public sealed class Greeting
{
    public required string Salutation { get; init; }

    public string? CallBack { get; init; }
}

[ForPurpose("support")]
public static class Greetings
{
    public static Greeting For(Customer customer) => new() { Salutation = "Dear " + customer.Name, CallBack = customer.Phone };
}
