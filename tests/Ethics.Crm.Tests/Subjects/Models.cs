namespace Ethics.Crm.Tests.Subjects;

public readonly record struct CustomerId(Guid Value);

[DataSubject("customer")]
public partial class Customer
{
    [DataSubjectId]
    public virtual CustomerId Id { get; set; }

    [DataCategory("contact.email")]
    public virtual partial string Email { get; set; } = "";

    public Address? Address { get; set; }

    public Customer Copy() => (Customer)MemberwiseClone();
}

/// <summary>As an object-relational mapper derives one: no attribute of its own, everything overridden.</summary>
public class CustomerProxy : Customer
{
    public override CustomerId Id { get => base.Id; set => base.Id = value; }

    public override string Email { get => base.Email; set => base.Email = value; }
}

/// <summary>Owned: it has no id, so nobody is known behind it.</summary>
public sealed partial class Address
{
    [DataCategory("contact.email")]
    public partial string? Street { get; set; }
}

/// <summary>A child entity: about the customer, whatever its own id.</summary>
public sealed partial class Order
{
    public int Id { get; set; }

    [DataSubjectId(typeof(Customer))]
    public CustomerId? CustomerId { get; set; }

    [DataCategory("contact.email")]
    public partial string? Note { get; set; }
}

public sealed partial class Call
{
    [DataSubjectId(typeof(Customer))]
    public CustomerId Caller { get; set; }

    [DataSubjectId(typeof(Customer))]
    public CustomerId Callee { get; set; }

    [DataCategory("contact.email")]
    public partial string? Transcript { get; set; }
}

[DataSubject("card")]
public sealed partial record Card([property: DataSubjectId] int Id)
{
    [DataCategory("contact.email")]
    public partial string? Text { get; init; }
}

[DataSubject("patient")]
public sealed partial class Patient
{
    [DataSubjectId]
    public int Number { get; set; }

    [DataSubjectTenant]
    public string? Clinic { get; set; }

    [DataCategory("contact.email")]
    public partial string? Email { get; set; }
}

public enum Branch
{
    None,
    North,
    South,
}

public sealed partial record Visit([DataSubjectId] int Person, [DataSubjectTenant] Branch Branch)
{
    [DataCategory("contact.email")]
    public partial string? Note { get; init; }
}

[DataSubject("party")]
public interface IParty
{
    [DataSubjectId]
    int Id { get; }
}

public abstract class Entity
{
    public int Id { get; set; }
}

/// <summary>The interface is met by a member of a class that does not know it.</summary>
[DataSubject("supplier")]
public sealed partial class Supplier : Entity, IParty
{
    [DataCategory("contact.email")]
    public partial string? Email { get; set; }
}

public sealed partial class Partner(int id) : IParty
{
    int IParty.Id => id;

    public string Id => "a namesake";

    [DataCategory("contact.email")]
    public partial string? Email { get; set; }
}

public interface IOwned
{
    [DataSubjectId(typeof(IParty))]
    int OwnerId => 7;
}

public sealed partial class Car : IOwned
{
    [DataCategory("contact.email")]
    public partial string? Plate { get; set; }
}

[DataSubject("staff")]
public interface IStaff;

/// <summary>Known under two names: what either person says counts.</summary>
public sealed partial class Employee : IParty, IStaff
{
    public int Id { get; set; }

    [DataCategory("contact.email")]
    public partial string? Email { get; set; }
}

public class HasId
{
    [DataSubjectId]
    public virtual int Id { get; set; }
}

public partial class Lead : HasId
{
    public override int Id { get; set; }

    [DataCategory("contact.email")]
    public partial string? Email { get; set; }
}

public sealed partial class Renamed : HasId
{
    public new string Id { get; set; } = "another thing";

    [DataCategory("contact.email")]
    public partial string? Email { get; set; }
}

/// <summary>Its id is personal data too, and guarded.</summary>
[DataSubject("subscriber")]
public sealed partial class Subscriber
{
    [DataSubjectId, DataCategory("contact.email")]
    public partial string Email { get; set; }

    [DataCategory("contact.email")]
    public partial string? Name { get; set; }
}

[DataSubject("digest")]
public sealed partial class ByDigest
{
    [DataSubjectId]
    public byte[]? Digest { get; set; }

    [DataCategory("contact.email")]
    public partial string? Email { get; set; }
}

[DataSubject("priced")]
public sealed partial class Priced
{
    [DataSubjectId]
    public decimal Key { get; set; }

    [DataCategory("contact.email")]
    public partial string? Email { get; set; }
}

[DataSubject("guest")]
public partial struct Guest
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email")]
    public partial string? Email { get; set; }
}
