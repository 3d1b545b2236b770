// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The container closes one generic repository over the row; support saves, marketing loads.
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace PurposeBench.Cases.Services.OpenGenericRepository;

public sealed record CallRow(int Id, string Number);

public interface IRepository<T>
{
    void Save(int id, T row);

    T? Find(int id);
}

public sealed class MemoryRepository<T> : IRepository<T>
{
    private readonly Dictionary<int, T> _rows = [];

    public void Save(int id, T row) => _rows[id] = row;

    public T? Find(int id) => _rows.GetValueOrDefault(id);
}

[ForPurpose("support")]
public sealed class CallCentre(IRepository<CallRow> calls)
{
    public void Call(Customer customer) => calls.Save(1, new CallRow(customer.Id, customer.Phone ?? "none"));
}

[ForPurpose("marketing")]
public sealed class Telesales(IRepository<CallRow> calls)
{
    public void Next()
    {
        var row = calls.Find(1);
        Use.Marketing(row?.Number); //! ECRM2002
    }
}

public static class Case
{
    public static void Run()
    {
        using var provider = new ServiceCollection()
            .AddSingleton(typeof(IRepository<>), typeof(MemoryRepository<>))
            .AddTransient<CallCentre>().AddTransient<Telesales>()
            .BuildServiceProvider();
        provider.GetRequiredService<CallCentre>().Call(Customers.Ada());
        provider.GetRequiredService<Telesales>().Next();
    }
}
