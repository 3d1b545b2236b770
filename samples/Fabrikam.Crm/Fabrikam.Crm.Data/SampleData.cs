using Fabrikam.Crm.Domain;

namespace Fabrikam.Crm.Data;

/// <summary>A few people to try the program with.</summary>
public static class SampleData
{
    public static void Seed(this CrmContext db)
    {
        if (!db.Database.EnsureCreated())
            return;

        db.AddRange(
            new Contact { Id = 1, Name = "Ada", Email = "ada@example.com", Phone = "555-0100", Address = "1 Analytical Road", BirthDate = new(1985, 12, 10) },
            new Contact { Id = 2, Name = "Grace", Email = "grace@example.com", Phone = "555-0101", Address = "2 Compiler Lane", BirthDate = new(1986, 12, 9) },
            new Contact { Id = 3, Name = "Edsger", Email = "edsger@example.com" },
            new Lead { Id = 7, Name = "Barbara", Email = "barbara@example.com", Phone = "555-0107" });
        db.AddRange(
            new Ticket { Id = 1, ContactId = 1, Question = "My engine does not start." },
            new Order { Id = 1, ContactId = 1, Item = "Engine", Total = 900, Paid = true },
            new Order { Id = 2, ContactId = 2, Item = "Manual", Total = 40, Paid = false },
            new Campaign { Id = 1, Subject = "What is new", Purpose = Purposes.Newsletter, Channel = Channel.Mail },
            new Campaign { Id = 2, Subject = "What is new, in short", Purpose = Purposes.Newsletter, Channel = Channel.Text },
            new Campaign { Id = 3, Subject = "A second engine at half the price", Purpose = Purposes.Offers, Channel = Channel.Mail });
        db.SaveChanges();
    }
}
