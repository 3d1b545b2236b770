using Fabrikam.Crm.Domain;

namespace Fabrikam.Crm.Services;

public interface ILeadDesk
{
    /// <summary>The lead becomes a contact with the same number; false when there is no such lead.</summary>
    Task<bool> ConvertAsync(int lead);

    /// <summary>The number that the person gave to a salesperson, as a lead or since.</summary>
    Task<string?> PhoneAsync(int person);
}
