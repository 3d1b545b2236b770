using Ethics.Crm;

namespace Fabrikam.Crm.Services;

public interface IOutbox
{
    /// <summary>Writes a mail down for later. Nobody looks at the address, so no purpose is needed.</summary>
    Task<bool> AddAsync(int contact);

    /// <summary>Sends what lies there; what is refused now is thrown away.</summary>
    [ForPurpose(Purposes.Newsletter)]
    Task<OutboxRun> SendAsync();
}
