// verdict: violation
// origin: open
// channel: stored:Reader.Email
// source: Customer.Email
// proof: reaches
// why: Between the two labelled members lies an object without labels and a second mapper.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.TwoMappers;

[DataSubject("reader")]
public sealed class Reader
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email"), CollectedFor("support", "newsletter")]
    public string Email { get; set; } = "";
}

public sealed class ContactDto
{
    public int Key { get; init; }

    public string Mail { get; init; } = "";
}

public interface IMap<in TFrom, out TTo>
{
    TTo Map(TFrom from);
}

public sealed class ToDto : IMap<Customer, ContactDto>
{
    public ContactDto Map(Customer from) => new() { Key = from.Id, Mail = from.Email };
}

public sealed class ToReader : IMap<ContactDto, Reader>
{
    public Reader Map(ContactDto from)
    {
        var reader = new Reader { Id = from.Key };
        reader.Email = from.Mail; //! ECRM2007
        return reader;
    }
}

public static class Case
{
    public static void Run()
    {
        var reader = new ToReader().Map(new ToDto().Map(Customers.Ada()));
        Use.Stored("Reader.Email", reader.Email);
    }
}
