namespace Ethics.Crm.Testing.Tests;

[DataSubject("contact")]
public sealed partial class Contact
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email")]
    public partial string Email { get; set; } = "";
}

/// <summary>Code under test that knows of no purpose.</summary>
public sealed class Mailer
{
    public string Greeting(Contact contact) => $"Dear {contact.Email}";

    public async Task<string> GreetingAsync(Contact contact)
    {
        await Task.Yield();
        return Greeting(contact);
    }
}

/// <summary>The gate is the process's: what is assumed in one test is assumed in all that run beside it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime
{
    public const string Name = "process";
}
