// verdict: clean
// origin: open
// channel: research
// source: Customer.Origin
// proof: reaches
// why: The same mapper keeps the members apart: research reads the product.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.MappedNeighbour;

public sealed class TicketDto
{
    public string Product { get; set; } = "";

    public string Language { get; set; } = "";
}

public sealed class TicketRow
{
    public string A { get; set; } = "";

    public string B { get; set; } = "";
}

public static class Mapper
{
    public static TicketRow Map(TicketDto dto)
    {
        var row = new TicketRow();
        row.A = dto.Product;
        row.B = dto.Language;
        return row;
    }
}

[ForPurpose("support")]
public static class Tickets
{
    public static TicketDto Open(Customer customer) => new() { Product = "Router 4", Language = customer.Origin };
}

[ForPurpose("research")]
public static class Panel
{
    public static void Load(Customer customer) => Use.Research(Mapper.Map(Tickets.Open(customer)).A);
}

public static class Case
{
    public static void Run() => Panel.Load(Customers.Ada());
}
