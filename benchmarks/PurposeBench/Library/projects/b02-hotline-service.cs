using Ethics.Crm;

namespace PurposeBench.Cases.Projects.B02HotlineService;

public interface IHotline
{
    Task<string?> NumberAsync(Customer customer);
}

[ForPurpose("support")]
public sealed class Hotline : IHotline
{
    public async Task<string?> NumberAsync(Customer customer)
    {
        await Task.Yield();
        return customer.Phone;
    }
}
