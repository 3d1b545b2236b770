namespace Ethics.Crm.Tests.Fixtures.Unused;

// Parameters that have the name of a labelled member; the category allows support. None of these types is created.
#pragma warning disable CS8907, CA1051 // A member of the name of a positional parameter, and fields that are seen.

public sealed class SameNameInClass([CollectedFor("billing")] string Email)
{
    [DataCategory("contact.age")]
    public string Email { get; } = Email;
}

public sealed class SameNameAsField
{
    [DataCategory("contact.age")]
    public string email;

    public SameNameAsField([CollectedFor("billing")] string email) => this.email = email;
}

public sealed class OtherPurposesThanItsField
{
    [DataCategory("contact.email")]
    public string email;

    public OtherPurposesThanItsField([DataCategory("contact.email"), CollectedFor("billing")] string email) => this.email = email;
}

public sealed record OtherType([CollectedFor("billing")] int Number)
{
    [DataCategory("contact.age")]
    public string Email { get; } = "";

    public OtherType([CollectedFor("billing")] int Email, string other) : this(Email) => _ = other;
}

public sealed record SecondConstructor([DataCategory("contact.age")] string Email)
{
    public SecondConstructor([CollectedFor("billing")] string Email, int number) : this(Email) => _ = number;
}

/// <summary>Its second constructor is declared first, and narrower: it has no say.</summary>
public readonly record struct StructWithTwo
    ([property: DataCategory("contact.email")] string Email, int Number)
{
    public StructWithTwo([CollectedFor("billing")] string Email) : this(Email, 0)
    {
    }
}

public sealed record PositionalField([CollectedFor("billing")] string Email)
{
    [DataCategory("contact.email")]
    public string Email = Email;
}

public readonly record struct PositionalStruct([BillingEmail] string Email, in int Number);

public sealed record PositionalGeneric<T>([BillingEmail] T Value);

/// <summary>Nothing in the assembly says which constructor is the record's own.</summary>
public sealed record OwnDeconstruct([CollectedFor("billing")] string Email, int Number)
{
    [DataCategory("contact.email"), CollectedFor("support", "billing")]
    public string Email { get; } = Email;

    public void Deconstruct(out string email, out int number) => (email, number) = (Email, Number);
}

/// <summary>Here it does not matter, because none of them says anything.</summary>
public sealed record OwnSilentDeconstruct(string? Email, int Number)
{
    [DataCategory("contact.email"), CollectedFor("support", "billing")]
    public string? Email { get; } = Email;

    public void Deconstruct(out string? email, out int number) => (email, number) = (Email, Number);
}
