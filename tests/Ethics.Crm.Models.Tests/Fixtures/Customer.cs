using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Ethics.Crm.Models.Tests.Fixtures;

/// <summary>An entity as people write them: attributes, private setters, initialisers, owned and complex parts, navigations.</summary>
[DataSubject]
public partial class Customer
{
    [DataSubjectId]
    public int Id { get; set; }

    [CollectedFor(Purposes.Support)]
    public virtual partial string Email { get; set; } = "";

    [DataCategory(Categories.ContactPhone), Column("Telephone"), MaxLength(20)]
    public partial string? Phone { get; private set; }

    [CollectedFor(Purposes.Support)]
    public partial DateOnly? Born { get; init; }

    [CollectedFor(Purposes.Support)]
    public partial List<string> Nicknames { get; set; } = [];

    [CollectedFor(Purposes.Support)]
    public partial Level Level { get; set; }

    [CollectedFor(Purposes.Support)]
    public partial Address Home { get; set; }

    [CollectedFor(Purposes.Support)]
    public virtual partial Employer? Work { get; set; }

    [CollectedFor(Purposes.Support)]
    public virtual partial ICollection<Ticket> Tickets { get; set; } = new List<Ticket>();

    public void Call(string? phone) => Phone = phone;
}

public enum Level { Plain, Gold }

/// <summary>A complex type: a value in the row of its owner.</summary>
public readonly partial record struct Address(string Street, string City)
{
    [CollectedFor(Purposes.Support)]
    public partial string Street { get; init; } = Street;
}

/// <summary>An owned type.</summary>
public partial class Employer
{
    [CollectedFor(Purposes.Support)]
    public partial string? Name { get; set; }

    public int Size { get; set; }
}

public partial class Ticket
{
    public int Id { get; set; }

    [DataSubjectId(typeof(Customer))]
    public int CustomerId { get; set; }

    public virtual Customer? Customer { get; set; }

    [CollectedFor(Purposes.Support)]
    public virtual partial string? Text { get; set; }
}

/// <summary>The key of the table is itself personal data, and so is what refers to it.</summary>
public partial class Account
{
    [DataSubjectId, CollectedFor(Purposes.Support)]
    public partial int Id { get; set; }

    [CollectedFor(Purposes.Billing)]
    public partial string? Card { get; set; }

    public virtual List<Login> Logins { get; } = [];
}

public partial class Login
{
    public int Id { get; set; }

    [DataSubjectId(typeof(Account)), CollectedFor(Purposes.Support)]
    public partial int AccountId { get; set; }
}

/// <summary>Its guarded id lies in a field of its own, and it has one of the name that such a field usually gets.</summary>
public partial class Badge
{
    private int _id = 99;

    [DataSubjectId, CollectedFor(Purposes.Support)]
    public partial int Id { get; set; }

    [CollectedFor(Purposes.Support)]
    public partial string? Text { get; set; }

    public int Mine() => _id++;
}
