using Fabrikam.Crm.Domain;

namespace Fabrikam.Crm.Services;

/// <summary>Looks people up for whoever asks. It declares no purpose: it works for its caller's.</summary>
public interface IContactBook
{
    Task<Contact?> FindAsync(int id);

    Task<string?> PhoneAsync(int id);
}
